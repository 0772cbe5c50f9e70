/** Lets the shell of the app open without a network. Without TLS on a home network the browser has no service worker; the app then
 * works as an ordinary page. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  });
}
