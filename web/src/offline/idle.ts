/** Waits until the page has nothing better to do, at most a second: for what nobody waits for. */
export function whenIdle(): Promise<void> {
  return new Promise((idle) => {
    // Not every browser tells when it is idle.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => idle(), { timeout: 1000 });
    else setTimeout(idle, 200);
  });
}
