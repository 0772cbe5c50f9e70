// Keeps the screen awake while a circuit runs. Where the browser cannot (no TLS on a home network, an old browser, low battery), it
// says so, and the sound goes on leading.

export class Awake {
  #lock: WakeLockSentinel | null = null;
  #wanted = false;
  readonly #changed: (awake: boolean) => void;
  readonly #again = () => {
    if (this.#wanted && document.visibilityState === 'visible') void this.#ask();
  };

  constructor(changed: (awake: boolean) => void = () => undefined) {
    this.#changed = changed;
  }

  /** Whether the screen is held awake now. */
  get awake(): boolean {
    return this.#lock !== null && !this.#lock.released;
  }

  async hold(): Promise<void> {
    if (!this.#wanted) document.addEventListener('visibilitychange', this.#again);
    this.#wanted = true;
    await this.#ask();
  }

  async #ask(): Promise<void> {
    if (!this.awake) this.#lock = (await navigator.wakeLock?.request('screen').catch(() => null)) ?? null;
    if (!this.#wanted) await this.#lock?.release();
    this.#changed(this.awake);
  }

  letGo(): void {
    this.#wanted = false;
    document.removeEventListener('visibilitychange', this.#again);
    void this.#lock?.release();
    this.#lock = null;
  }
}
