// The session's clock: time on the mat. It never runs backwards, and time in which the page slept is not on it.

/** Without a reading for so long, the page did not run: a locked phone, a closed lid. */
const asleepMs = 4000;

export interface Reading {
  atMs: number;
  /** The page slept since the last reading; the clock stands where it was then. */
  slept: boolean;
}

export class SessionClock {
  #atMs: number;
  #steady: number;
  #wall: number;
  readonly #readSteady: () => number;
  readonly #readWall: () => number;

  /** `steady` runs evenly and may stand still while a phone sleeps; `wall` goes on, and may be set by hand. */
  constructor(fromMs = 0, steady: () => number = () => performance.now(), wall: () => number = () => Date.now()) {
    this.#atMs = fromMs;
    this.#readSteady = steady;
    this.#readWall = wall;
    this.#steady = steady();
    this.#wall = wall();
  }

  read(): Reading {
    const steady = this.#readSteady();
    const wall = this.#readWall();
    const passed = Math.max(steady - this.#steady, 0);
    const slept = passed > asleepMs || wall - this.#wall > asleepMs;
    this.#steady = steady;
    this.#wall = wall;
    if (!slept) this.#atMs += passed;
    return { atMs: Math.round(this.#atMs), slept };
  }

  /** The steady clock's reading at a moment of the session, if nothing but time happens. */
  steadyAt(atMs: number): number {
    return this.#steady + (atMs - this.#atMs);
  }
}
