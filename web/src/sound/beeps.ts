// The beeps, made of sine waves. Each can be told from the others without seeing the screen.
import type { Sound } from '../session/script';

export interface Tone {
  /** Seconds after the cue. */
  after: number;
  seconds: number;
  fromHertz: number;
  toHertz: number;
  /** 0 to 1. */
  loudness: number;
}

/** rise: up we go. tick: one second. tick_5: five seconds. soft: change of place. end: two tones down. */
export const tones: Readonly<Record<Exclude<Sound, 'none'>, readonly Tone[]>> = {
  rise: [{ after: 0, seconds: 0.2, fromHertz: 520, toHertz: 1040, loudness: 0.8 }],
  tick: [{ after: 0, seconds: 0.06, fromHertz: 880, toHertz: 880, loudness: 0.6 }],
  tick_5: [{ after: 0, seconds: 0.1, fromHertz: 660, toHertz: 660, loudness: 0.6 }],
  soft: [{ after: 0, seconds: 0.25, fromHertz: 440, toHertz: 440, loudness: 0.5 }],
  end: [
    { after: 0, seconds: 0.16, fromHertz: 990, toHertz: 990, loudness: 0.8 },
    { after: 0.18, seconds: 0.3, fromHertz: 660, toHertz: 660, loudness: 0.8 },
  ],
};

/** Puts a beep on the clock of sound; what comes back takes it away again. */
export function beep(context: AudioContext, sound: Exclude<Sound, 'none'>, when: number): () => void {
  const made = tones[sound].map((tone) => {
    const begin = when + tone.after;
    const wave = context.createOscillator();
    const level = context.createGain();
    wave.frequency.setValueAtTime(tone.fromHertz, begin);
    wave.frequency.exponentialRampToValueAtTime(tone.toHertz, begin + tone.seconds);
    // Swelling and fading within milliseconds: a wave cut off clicks.
    level.gain.setValueAtTime(0, begin);
    level.gain.linearRampToValueAtTime(tone.loudness, begin + 0.004);
    level.gain.setValueAtTime(tone.loudness, begin + tone.seconds - 0.02);
    level.gain.linearRampToValueAtTime(0, begin + tone.seconds);
    wave.connect(level).connect(context.destination);
    wave.start(begin);
    wave.stop(begin + tone.seconds + 0.01);
    return wave;
  });
  return () => {
    for (const wave of made) wave.disconnect();
  };
}
