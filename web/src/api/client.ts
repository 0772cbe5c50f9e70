import createClient from 'openapi-fetch';
import { noteReached } from './reach.svelte';
import type { paths } from './schema';

/** The server's resources by their paths; the types come from schema/api/openapi.yaml. */
export const api = createClient<paths>({ baseUrl: typeof location === 'undefined' ? 'http://hipline.invalid' : location.origin, credentials: 'same-origin' });

/** What came of asking the server. Not reaching it is an ordinary state of a phone, so it is a value like the others. */
export type Answer<T> =
  | { kind: 'answer'; value: T }
  | { kind: 'refused'; status: number; code: string; where: string; message: string }
  | { kind: 'unreachable' };

interface Called<T> {
  data?: T | undefined;
  error?: unknown;
  response: Response;
}

/** Waits for a call of `api` and says in one value what came of it. */
export async function ask<T>(call: Promise<Called<T>>): Promise<Answer<T>> {
  const called = await call.catch(() => undefined);
  // A gateway's or a sleeping server's page is not an answer of Hipline.
  const reached = called !== undefined && ![502, 503, 504].includes(called.response.status);
  noteReached(reached);
  if (!reached) return { kind: 'unreachable' };
  const { response, data, error } = called;
  if (response.ok) return { kind: 'answer', value: data as T };
  return { kind: 'refused', status: response.status, ...wordsOf(error) };
}

/** The code, place and sentence of `{error: {code, where, message}}`; anything else gets a sentence-free one. */
export function wordsOf(error: unknown): { code: string; where: string; message: string } {
  const inner = typeof error === 'object' && error !== null && 'error' in error ? error.error : undefined;
  const field = (name: string): string => {
    const value: unknown = typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  return { code: field('code') || 'not_understood', where: field('where'), message: field('message') };
}
