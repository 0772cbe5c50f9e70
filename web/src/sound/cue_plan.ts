// Puts the session's cues on the clock of sound ahead of time, and takes them away again when something happens.
import type { Cue } from '../session/session';
import type { Sound } from '../session/script';

/** What plays: a beep at a moment of the steady clock, words at a moment of the steady clock. Each gives back how to take it away. */
export interface Player {
  beep: (sound: Exclude<Sound, 'none'>, steadyMs: number) => () => void;
  say: (words: string, steadyMs: number) => () => void;
}

/** Where cues come from: a guide, or a test. */
export interface CueSource {
  /** The session's clock at its last tick. */
  readonly nowMs: number;
  cues: (horizonMs: number) => Cue[];
  words: (cue: Cue) => string;
  steadyAt: (atMs: number) => number;
}

/** Planned so far ahead: a page that is busy or out of sight is called once a second. */
const horizonMs = 4000;
/** A cue that comes to be planned later than this is over. */
const latestMs = 250;

interface Planned {
  atMs: number;
  takeAway: () => void;
}

export class CuePlan {
  readonly #source: CueSource;
  readonly #player: Player;
  #planned: Planned[] = [];
  #plannedUntilMs = -1;
  /** Cues that have begun to sound; none sounds twice. */
  #begun = new Set<string>();

  constructor(source: CueSource, player: Player) {
    this.#source = source;
    this.#player = player;
  }

  /** Plans what comes next. Call it after every tick; it does little where nothing is new. */
  plan(): void {
    const now = this.#source.nowMs;
    this.#planned = this.#planned.filter((one) => one.atMs > now - 1000);
    // Half the horizon is still ahead: nothing to do.
    if (this.#plannedUntilMs - now > horizonMs / 2) return;
    const from = Math.max(this.#plannedUntilMs, now - latestMs);
    for (const cue of this.#source.cues(horizonMs)) {
      const key = `${String(cue.atMs)} ${String(cue.step)} ${String(cue.phase)} ${cue.sound} ${cue.says}`;
      if (cue.atMs < from || this.#begun.has(key)) continue;
      const steady = this.#source.steadyAt(cue.atMs);
      const takeAway: (() => void)[] = [];
      if (cue.sound !== 'none') takeAway.push(this.#player.beep(cue.sound, steady));
      const words = this.#source.words(cue);
      if (words !== '') takeAway.push(this.#player.say(words, steady));
      this.#begun.add(key);
      this.#planned.push({
        atMs: cue.atMs,
        takeAway: () => {
          this.#begun.delete(key);
          for (const one of takeAway) one();
        },
      });
    }
    this.#plannedUntilMs = now + horizonMs;
  }

  /** Something happened: what was planned and has not sounded yet no longer holds. */
  replan(): void {
    this.drop();
    this.plan();
  }

  /** Takes away all that has not sounded yet. */
  drop(): void {
    const now = this.#source.nowMs;
    for (const one of this.#planned) if (one.atMs >= now) one.takeAway();
    this.#planned = [];
    this.#plannedUntilMs = -1;
  }
}
