// One guided circuit in the browser: the session, its clock, and what happened so far. What has to be kept is the list of events.
import type { EventKind, Script, SessionEvent } from './script';
import { SessionClock } from './clock';
import { Session, type SessionExports, type View } from './session';

export interface GuideOptions {
  /** What happened before, where a circuit goes on. */
  events?: readonly SessionEvent[];
  clock?: (fromMs: number) => SessionClock;
  /** Called with the whole list when it has to be kept: after everything that happened, and while time passes. */
  keep?: (events: readonly SessionEvent[], ended: boolean) => void;
  /** Called after everything that is not the mere passing of time: what was planned ahead no longer holds. */
  changed?: () => void;
}

/** How often passing time alone is kept: what a dead battery can cost at most. */
const keptEveryMs = 1000;

export class Guide {
  readonly session: Session;
  readonly #clock: SessionClock;
  readonly #events: SessionEvent[];
  readonly #keep: (events: readonly SessionEvent[], ended: boolean) => void;
  readonly #changed: () => void;
  #keptAtMs = 0;
  #view: View;

  constructor(wasm: SessionExports, script: Script, options: GuideOptions = {}) {
    this.session = new Session(wasm, script);
    this.#events = [...(options.events ?? [])];
    for (const event of this.#events) this.session.take(event);
    this.#keep = options.keep ?? (() => undefined);
    this.#changed = options.changed ?? (() => undefined);
    const fromMs = this.#events.at(-1)?.at_ms ?? 0;
    this.#clock = options.clock?.(fromMs) ?? new SessionClock(fromMs);
    this.#view = this.session.view();
    // It waits where it was: getting back onto the mat takes the time that it takes.
    if (this.#view.running && this.#view.kind !== 'pain') this.#apply({ kind: 'pause', at_ms: fromMs, value: 0 });
  }

  get script(): Script {
    return this.session.script;
  }

  get view(): View {
    return this.#view;
  }

  get events(): readonly SessionEvent[] {
    return this.#events;
  }

  /** The steady clock's reading at a moment of the session: where a sound belongs. */
  steadyAt(atMs: number): number {
    return this.#clock.steadyAt(atMs);
  }

  /** Something happened, now. */
  take(kind: EventKind, value = 0): void {
    const { atMs, slept } = this.#clock.read();
    if (slept) this.#pauseAfterSleep(atMs);
    this.#happen({ kind, at_ms: atMs, value });
  }

  /** Time passed. A page that slept finds its circuit paused where it was. */
  tick(): View {
    const { atMs, slept } = this.#clock.read();
    if (slept) this.#pauseAfterSleep(atMs);
    this.session.take({ kind: 'tick', at_ms: atMs, value: 0 });
    const before = this.#view;
    this.#view = this.session.view();
    if (this.#view.running && (atMs - this.#keptAtMs >= keptEveryMs || before.step !== this.#view.step)) this.#keepUntil(atMs);
    else if (this.#view.finished && !before.finished) this.#keepUntil(atMs);
    return this.#view;
  }

  /** Keeps the moment, so that going on later begins here and not at the last tap. */
  #keepUntil(atMs: number): void {
    if (this.#events.at(-1)?.kind === 'tick') this.#events.pop();
    this.#events.push({ kind: 'tick', at_ms: atMs, value: 0 });
    this.#keptAtMs = atMs;
    this.#keep(this.#events, this.#view.finished);
  }

  #pauseAfterSleep(atMs: number): void {
    if (this.#view.running && this.#view.kind !== 'pain') this.#happen({ kind: 'pause', at_ms: atMs, value: 0 });
  }

  #apply(event: SessionEvent): void {
    this.session.take(event);
    this.#events.push(event);
    this.#keptAtMs = event.at_ms;
    this.#view = this.session.view();
  }

  #happen(event: SessionEvent): void {
    this.#apply(event);
    this.#keep(this.#events, this.#view.finished);
    this.#changed();
  }

  free(): void {
    this.session.free();
  }
}
