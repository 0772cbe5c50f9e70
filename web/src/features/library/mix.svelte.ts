import { api, ask, type Answer } from '../../api/client';
import type { components } from '../../api/schema';
import { keep, keptValue } from '../../offline/kept';
import { afterPicture } from '../../ui/turns';

export type Mix = components['schemas']['Mix'];
type AskMix = (exercises: string[], minutes: number | null) => Promise<Answer<Mix>>;

const server: AskMix = async (exercises, minutes) => {
  await afterPicture(); // the tick is seen before anything is asked
  return ask(api.POST('/api/mix', { body: { exercises, minutes } }));
};
const keptPicks = 'mix';
interface Picks {
  exercises: string[];
  minutes: number | null;
}

/** The runner's own mix: what is picked and for how long, and what the server says that it covers. The picks stay on this device. */
export class MixInHand {
  picked = $state.raw<readonly string[]>([]);
  minutes = $state<number | null>(null);
  /** What the server says of these very picks; the last one stands until the next is here. */
  answer = $state.raw<Answer<Mix> | undefined>();
  #asked = 0;

  constructor(private readonly askMix: AskMix = server) {}

  /** Takes up the picks of last time; the first time, those given. */
  async begin(first: readonly string[], known: (id: string) => boolean): Promise<void> {
    const kept = await keptValue<Picks>(keptPicks);
    this.picked = (kept?.exercises ?? first).filter(known);
    this.minutes = kept?.minutes ?? null;
    await this.#weigh();
  }

  has(id: string): boolean {
    return this.picked.includes(id);
  }

  async pick(id: string, on: boolean): Promise<void> {
    await this.take(on ? [...this.picked.filter((one) => one !== id), id] : this.picked.filter((one) => one !== id));
  }

  async take(exercises: readonly string[]): Promise<void> {
    this.picked = exercises;
    await this.#changed();
  }

  async within(minutes: number | null): Promise<void> {
    this.minutes = minutes;
    await this.#changed();
  }

  async #changed(): Promise<void> {
    void keep(keptPicks, { exercises: [...this.picked], minutes: this.minutes } satisfies Picks);
    await this.#weigh();
  }

  /** Answers may overtake one another; only the one to the latest picks counts. */
  async #weigh(): Promise<void> {
    const number = ++this.#asked;
    const answer = await this.askMix([...this.picked], this.minutes);
    if (number === this.#asked) this.answer = answer;
  }
}
