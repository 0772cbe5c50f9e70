// Leads through one circuit: the guide with its clock, sound, screen and keys, and what the page shows of it.
import { Awake } from '../../session/awake';
import { Guide } from '../../session/guide';
import { MediaKeys } from '../../session/media_keys';
import type { EventKind, Script, SessionEvent } from '../../session/script';
import type { Changed, Done, SessionExports, View } from '../../session/session';
import { AudioTime } from '../../sound/audio_time';
import { beep } from '../../sound/beeps';
import { CuePlan } from '../../sound/cue_plan';
import { Voice } from '../../sound/voice';
import { language } from '../../text/text';
import type { Choices } from '../../sound/choices';

export interface PlayerOptions {
  wasm: SessionExports;
  script: Script;
  events: readonly SessionEvent[];
  choices: Choices;
  keep: (events: readonly SessionEvent[], ended: boolean) => void;
}

/** Out of sight a page is called once a second at most; this asks for it, and frames do the rest. */
const tickMs = 250;

export class Player {
  readonly #guide: Guide;
  readonly #plan: CuePlan;
  readonly #awake: Awake;
  readonly #voice: Voice;
  #audio: AudioContext | null = null;
  #audioTime: AudioTime | null = null;
  #media: MediaKeys | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #frame = 0;
  readonly #chosen: Choices;

  view: View = $state.raw() as View;
  /** The big number in whole seconds; null where there is none. */
  shown: number | null = $state.raw(null);
  done: Done[] = $state.raw([]);
  changed: Changed[] = $state.raw([]);
  /** The step of work that comes next; null where none does. */
  next: number | null = $state.raw(null);
  left = $state(false);
  voice = $state(true);
  beeps = $state(true);
  /** Whether the screen is held awake; undefined until it was tried. */
  awake: boolean | undefined = $state();
  hasVoice = $state(false);
  /** What a screen reader is to say: the cue, never the ticking number. */
  said = $state('');

  constructor(options: PlayerOptions) {
    this.#chosen = options.choices;
    this.voice = options.choices.voice;
    this.beeps = options.choices.beeps;
    this.#awake = new Awake((awake) => (this.awake = awake));
    this.#voice = new Voice(language(), (available) => (this.hasVoice = available));
    const guide = new Guide(options.wasm, options.script, { events: options.events, keep: options.keep, changed: () => this.#afterEvent() });
    this.#guide = guide;
    this.#plan = new CuePlan(
      {
        get nowMs() {
          return guide.view.clockMs;
        },
        cues: (horizon) => guide.session.cues(horizon),
        words: (cue) => guide.session.words(cue),
        steadyAt: (at) => guide.steadyAt(at),
      },
      { beep: (sound, at) => this.#beepAt(sound, at), say: (words, at) => this.#sayAt(words, at) },
    );
    this.#show();
  }

  get script(): Script {
    return this.#guide.script;
  }

  get events(): readonly SessionEvent[] {
    return this.#guide.events;
  }

  /** Begins to follow the clock. */
  open(): void {
    this.#timer = setInterval(() => this.#tick(), tickMs);
    const frame = (): void => {
      this.#tick();
      this.#frame = requestAnimationFrame(frame);
    };
    this.#frame = requestAnimationFrame(frame);
    document.addEventListener('visibilitychange', this.#seen);
  }

  /** Something the runner did. The first one also wakes sound and screen: browsers allow that only then. */
  take(kind: EventKind, value = 0): void {
    this.#wake();
    this.#guide.take(kind, value);
  }

  /** From everything, to beeps alone, to silence, and round again. */
  nextSound(): void {
    if (this.voice && this.hasVoice) this.voice = false;
    else if (this.beeps) {
      this.beeps = false;
      this.voice = false;
    } else {
      this.beeps = true;
      this.voice = true;
    }
    this.#voice.quiet();
    this.#plan.replan();
  }

  close(): void {
    clearInterval(this.#timer);
    cancelAnimationFrame(this.#frame);
    document.removeEventListener('visibilitychange', this.#seen);
    this.#plan.drop();
    this.#voice.close();
    this.#awake.letGo();
    this.#media?.close();
    void this.#audio?.close().catch(() => undefined);
    this.#guide.free();
  }

  #tick(): void {
    if (this.#guide.view.finished) return;
    this.#audioTime?.observe(performance.now());
    this.#guide.tick();
    this.#plan.plan();
    this.#show();
  }

  #show(): void {
    const before = this.view as View | undefined;
    this.view = this.#guide.view;
    this.shown = this.#guide.session.shownSeconds(this.view);
    if (before?.step !== this.view.step || before.finished !== this.view.finished || before.eased !== this.view.eased || before.running !== this.view.running) {
      this.done = this.#guide.session.done();
      this.changed = this.#guide.session.changed();
      this.next = this.#guide.session.nextWork();
      this.left = this.#guide.session.left();
      this.#media?.shows(this.view.running);
    }
  }

  #afterEvent(): void {
    this.#voice.quiet();
    this.#plan.replan();
    this.#show();
  }

  readonly #seen = (): void => {
    // The runner turned to something else: a call, another app. The circuit waits. Where the screen could not be held awake it may
    // only have gone to sleep, and the sound goes on leading.
    if (document.visibilityState === 'hidden' && this.awake && this.view.running && this.view.kind !== 'pain') this.#guide.take('pause');
    if (document.visibilityState === 'visible') this.#audioTime?.reset();
  };

  #wake(): void {
    if (!this.#audio && typeof AudioContext !== 'undefined') {
      this.#audio = new AudioContext();
      this.#audioTime = new AudioTime(this.#audio);
      this.#audio.addEventListener('statechange', () => this.#audioTime?.reset());
      this.#audioTime.observe(performance.now());
      void this.#awake.hold();
      if (this.#chosen.mediaKeys) {
        this.#media = new MediaKeys('/silence.wav');
        void this.#media.listen(this.script.exercises[0]?.title ?? 'Hipline', {
          pause: () => this.take('pause'),
          goOn: () => this.take('go_on'),
          skip: () => this.take('skip'),
          repeat: () => this.take('repeat'),
        });
      }
    }
    // A call takes the sound away; the next tap brings it back.
    if (this.#audio && this.#audio.state !== 'running') {
      void this.#audio
        .resume()
        .then(() => {
          this.#audioTime?.reset();
          this.#audioTime?.observe(performance.now());
          this.#plan.replan();
        })
        .catch(() => undefined);
    }
  }

  #beepAt(sound: Parameters<typeof beep>[1], steadyMs: number): () => void {
    if (!this.#audio || !this.#audioTime || !this.beeps || this.#audio.state !== 'running') return () => undefined;
    return beep(this.#audio, sound, Math.max(this.#audioTime.at(steadyMs), this.#audio.currentTime));
  }

  #sayAt(words: string, steadyMs: number): () => void {
    const timer = setTimeout(
      () => {
        this.said = words;
        if (this.voice) this.#voice.say(words);
      },
      Math.max(steadyMs - performance.now(), 0),
    );
    return () => clearTimeout(timer);
  }
}
