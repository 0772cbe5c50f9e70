/** What happens while a day is dragged. Days are elements with `data-day`. */
export interface Drag {
  start: () => void;
  over: (day: string | undefined) => void;
  drop: (day: string | undefined) => void;
}

const slack = 8; // px that a tap may wander
const edge = 72; // px from the window's edges within which the page scrolls along
const tabs = 64; // px that the tabs take away at the bottom of a phone

/** Lets what belongs to `handle` be dragged by it, by finger, pen or mouse. A press without a drag stays a click. */
export function draggable(handle: HTMLElement, drag: Drag): () => void {
  let from: { x: number; y: number; pointer: number } | undefined;
  let at = { x: 0, y: 0 };
  let dragging = false;
  let scrolling = 0;

  const dayAt = (): string | undefined => {
    const under = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-day]');
    return under?.dataset['day'];
  };
  const scroll = (): void => {
    const below = at.y - (innerHeight - edge - tabs);
    const above = edge - at.y;
    const by = below > 0 ? below : above > 0 ? -above : 0;
    if (by !== 0) {
      scrollBy(0, Math.sign(by) * Math.min(14, Math.abs(by) / 4));
      drag.over(dayAt());
    }
    scrolling = requestAnimationFrame(scroll);
  };
  const end = (day: string | undefined): void => {
    cancelAnimationFrame(scrolling);
    from = undefined;
    if (!dragging) return;
    dragging = false;
    drag.drop(day);
  };

  const listeners = {
    pointerdown(event: PointerEvent): void {
      if (event.button !== 0) return;
      from = { x: event.clientX, y: event.clientY, pointer: event.pointerId };
      handle.setPointerCapture(event.pointerId);
    },
    pointermove(event: PointerEvent): void {
      if (!from || event.pointerId !== from.pointer) return;
      at = { x: event.clientX, y: event.clientY };
      if (!dragging && Math.hypot(at.x - from.x, at.y - from.y) > slack) {
        dragging = true;
        drag.start();
        scrolling = requestAnimationFrame(scroll);
      }
      if (dragging) drag.over(dayAt());
    },
    pointerup(event: PointerEvent): void {
      if (!from || event.pointerId !== from.pointer) return;
      at = { x: event.clientX, y: event.clientY };
      if (dragging) handle.addEventListener('click', swallow, { capture: true, once: true });
      // A drag that ends elsewhere gives no click: the next one is meant.
      setTimeout(() => handle.removeEventListener('click', swallow, { capture: true }), 0);
      end(dayAt());
    },
    pointercancel: (): void => end(undefined),
  };
  const swallow = (event: Event): void => {
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  const escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') end(undefined);
  };

  for (const [name, listener] of Object.entries(listeners)) handle.addEventListener(name, listener as EventListener);
  addEventListener('keydown', escape);
  return () => {
    cancelAnimationFrame(scrolling);
    for (const [name, listener] of Object.entries(listeners)) handle.removeEventListener(name, listener as EventListener);
    removeEventListener('keydown', escape);
  };
}
