import { wordsOf, type Answer } from './client';
import { noteReached } from './reach.svelte';
import type { components } from './schema';

export type ImportJob = components['schemas']['ImportJob'];

/** Sends a file to be imported, saying how much of it is there. `fetch` cannot tell that, so this is the one request that is made
 * another way. */
export function sendFile(file: File, progress: (share: number) => void): Promise<Answer<ImportJob>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/imports?name=${encodeURIComponent(file.name)}`);
    request.responseType = 'json';
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    };
    const lost = (): void => {
      noteReached(false);
      resolve({ kind: 'unreachable' });
    };
    request.onerror = lost;
    request.onabort = lost;
    request.onload = () => {
      if ([502, 503, 504].includes(request.status)) return lost();
      noteReached(true);
      if (request.status >= 200 && request.status < 300) resolve({ kind: 'answer', value: request.response as ImportJob });
      else resolve({ kind: 'refused', status: request.status, ...wordsOf(request.response) });
    };
    request.send(file);
  });
}
