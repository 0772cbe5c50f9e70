// A phone that does not trust the computer's certificate yet is a browser with less: it may let the screen sleep, and it has no service
// worker, so that nothing opens without the network.

export type Missing = 'awake' | 'offline';

/** What this browser cannot do here. */
export async function missingHere(): Promise<Missing[]> {
  const missing: Missing[] = [];
  if (!isSecureContext || !('wakeLock' in navigator)) missing.push('awake');
  // Browsers refuse the worker where the certificate is not trusted, also where the page itself was let through.
  const worker = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration().catch(() => undefined) : undefined;
  if (!worker) missing.push('offline');
  return missing;
}
