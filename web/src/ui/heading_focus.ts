/** Hands the focus to the page's heading: now, or once it is drawn, unless the reader has gone elsewhere by then. */
export function focusHeading(): void {
  const main = document.getElementById('main');
  if (!main) return;
  const heading = (): HTMLElement | null => main.querySelector<HTMLElement>('h1[tabindex]');
  const now = heading();
  if (now) {
    now.focus();
    return;
  }
  main.focus();
  const watch = new MutationObserver(() => {
    const late = heading();
    const elsewhere = document.activeElement !== main && document.activeElement !== document.body;
    if (!late && !elsewhere) return;
    watch.disconnect();
    if (!elsewhere) late?.focus();
  });
  watch.observe(main, { childList: true, subtree: true });
}
