let tell: (taken: boolean) => void = () => undefined;

/** Whether the browser took the service worker, once that is known. */
export const workerTaken = new Promise<boolean>((known) => (tell = known));

/** Lets the shell of the app open without a network. Without TLS on a home network the browser has no service worker; the app then
 * works as an ordinary page. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return tell(false);
  addEventListener('load', () => {
    // Browsers refuse it where the certificate is not trusted, also where the page itself was let through.
    navigator.serviceWorker.register('/sw.js').then(
      () => tell(true),
      () => tell(false),
    );
  });
}
