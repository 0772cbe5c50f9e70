import type { ImportEvent } from './types';

/** Follows an import until it is done or failed, and hands back the way to stop. The browser asks again by itself when the line
 * breaks; after the third time in a row it is lost. */
export function watchImport(id: string, told: (event: ImportEvent) => void, lost: () => void): () => void {
  const source = new EventSource(`/api/imports/${encodeURIComponent(id)}/events`);
  let broken = 0;
  const take = (message: MessageEvent<string>): void => {
    broken = 0;
    const event = JSON.parse(message.data) as ImportEvent;
    if (event.event !== 'reading') source.close();
    told(event);
  };
  for (const name of ['reading', 'done', 'failed'] as const) source.addEventListener(name, take);
  source.onerror = () => {
    broken++;
    if (source.readyState !== EventSource.CLOSED && broken < 3) return;
    source.close();
    lost();
  };
  return () => source.close();
}
