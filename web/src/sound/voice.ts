// The voice: the browser's own speech, and only voices that speak on this device. One that sends the words to another host is never
// used; without a local voice there are beeps, shape and text.

/** The voice to speak with: local, in the language, in the runner's own form of it where there is one. */
export function localVoice<Voice extends { localService: boolean; lang: string; default: boolean }>(voices: readonly Voice[], language: string): Voice | null {
  const local = voices.filter((voice) => voice.localService);
  const plain = (tag: string) => tag.toLowerCase().replace('_', '-');
  const wanted = plain(language);
  const same = local.filter((voice) => plain(voice.lang) === wanted);
  const near = local.filter((voice) => plain(voice.lang).split('-')[0] === wanted.split('-')[0]);
  for (const group of [same, near]) {
    const best = group.find((voice) => voice.default) ?? group[0];
    if (best) return best;
  }
  return null;
}

export class Voice {
  readonly #speech: SpeechSynthesis | undefined;
  readonly #language: string;
  #voice: SpeechSynthesisVoice | null = null;
  readonly #look = () => {
    this.#voice = localVoice(this.#speech?.getVoices() ?? [], this.#language);
    this.#changed(this.available);
  };
  readonly #changed: (available: boolean) => void;

  /** `changed` is called when a voice is found or lost: browsers know theirs only after a while. */
  constructor(language: string, changed: (available: boolean) => void = () => undefined, speech: SpeechSynthesis | undefined = globalThis.speechSynthesis) {
    this.#speech = speech;
    this.#language = language;
    this.#changed = changed;
    this.#look();
    this.#speech?.addEventListener('voiceschanged', this.#look);
  }

  get available(): boolean {
    return this.#voice !== null;
  }

  /** Says it now, in place of what is being said. */
  say(words: string): void {
    if (!this.#speech || !this.#voice || words === '') return;
    this.#speech.cancel();
    const said = new SpeechSynthesisUtterance(words);
    said.voice = this.#voice;
    said.lang = this.#voice.lang;
    this.#speech.speak(said);
  }

  quiet(): void {
    this.#speech?.cancel();
  }

  close(): void {
    this.quiet();
    this.#speech?.removeEventListener('voiceschanged', this.#look);
  }
}
