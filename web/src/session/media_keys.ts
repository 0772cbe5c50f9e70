// The buttons of headphones and keyboards: play and pause, next, previous. Browsers hand them to a page only while it plays a media
// element, and on a phone that stops the runner's own music; so it is the runner's to switch on.

export interface MediaMeaning {
  pause: () => void;
  goOn: () => void;
  skip: () => void;
  repeat: () => void;
}

export class MediaKeys {
  readonly #silence: HTMLAudioElement;

  /** `silence` is the address of a sound without sound. */
  constructor(silence: string) {
    this.#silence = new Audio(silence);
    this.#silence.loop = true;
  }

  /** From the tap that starts the circuit on: browsers play nothing before one. */
  async listen(title: string, means: MediaMeaning): Promise<void> {
    if (!('mediaSession' in navigator)) return;
    await this.#silence.play().catch(() => undefined);
    navigator.mediaSession.metadata = new MediaMetadata({ title });
    navigator.mediaSession.setActionHandler('pause', means.pause);
    navigator.mediaSession.setActionHandler('play', means.goOn);
    navigator.mediaSession.setActionHandler('nexttrack', means.skip);
    navigator.mediaSession.setActionHandler('previoustrack', means.repeat);
  }

  shows(running: boolean): void {
    if ('mediaSession' in navigator) navigator.mediaSession.playbackState = running ? 'playing' : 'paused';
  }

  close(): void {
    this.#silence.pause();
    if (!('mediaSession' in navigator)) return;
    for (const action of ['pause', 'play', 'nexttrack', 'previoustrack'] as const) navigator.mediaSession.setActionHandler(action, null);
    navigator.mediaSession.metadata = null;
  }
}
