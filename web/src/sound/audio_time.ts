// Two clocks: the page's steady one (performance.now) and the one of sound. This tells when, on the clock of sound, a moment of the
// steady clock comes.

/** What is read of an AudioContext. */
export interface AudioReadings {
  /** Seconds; moves in blocks, so it lags behind by up to one of them. */
  readonly currentTime: number;
  readonly outputLatency?: number | undefined;
  getOutputTimestamp?: () => { contextTime?: number; performanceTime?: number };
}

/** Readings older than this no longer count: two quartzes drift apart. */
const keptMs = 10_000;
/** Readings closer together than this say nothing new. */
const apartMs = 50;

export class AudioTime {
  readonly #audio: AudioReadings;
  #offsets: { steadyMs: number; offset: number }[] = [];

  constructor(audio: AudioReadings) {
    this.#audio = audio;
  }

  /** Reads both clocks; call it often. */
  observe(steadyMs: number): void {
    const last = this.#offsets.at(-1);
    if (last && steadyMs - last.steadyMs < apartMs && steadyMs >= last.steadyMs) return;
    const stamp = this.#audio.getOutputTimestamp?.();
    const heardMs = stamp?.performanceTime;
    const contextTime = stamp?.contextTime;
    // What is heard at this moment, where the browser says so; else what it works on, less the way to the ear.
    const offset =
      heardMs !== undefined && contextTime !== undefined && heardMs > 0 && Math.abs(steadyMs - heardMs) < 1000
        ? contextTime - heardMs / 1000
        : this.#audio.currentTime - (this.#audio.outputLatency ?? 0) - steadyMs / 1000;
    this.#offsets = this.#offsets.filter((one) => steadyMs - one.steadyMs < keptMs);
    this.#offsets.push({ steadyMs, offset });
  }

  /** Forgets what was read: the clock of sound stood still in between. */
  reset(): void {
    this.#offsets = [];
  }

  /** The moment on the clock of sound, in seconds, at which the steady clock shows `steadyMs`. */
  at(steadyMs: number): number {
    // A reading in blocks is late, never early: the largest offset is the truest.
    const offset = Math.max(...this.#offsets.map((one) => one.offset));
    return Number.isFinite(offset) ? offset + steadyMs / 1000 : this.#audio.currentTime;
  }
}
