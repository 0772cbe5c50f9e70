// A phone that does not trust the computer's certificate yet is a browser with less: it may let the screen sleep, and it has no service
// worker, so that nothing opens without the network.

import { workerTaken } from './service_worker';

export type Missing = 'awake' | 'offline';

/** What this browser cannot do here: nothing is missing on the computer itself, which is its own network. */
export async function missingHere(): Promise<Missing[]> {
  if (location.protocol !== 'https:') return [];
  const missing: Missing[] = [];
  if (!isSecureContext || !('wakeLock' in navigator)) missing.push('awake');
  if (!(await workerTaken)) missing.push('offline');
  return missing;
}
