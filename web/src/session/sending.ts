// Sends circuits that are over to the server, in the order in which they were done; without a network they wait here.
import type { CircuitToSend, KeptCircuits } from './kept';

/** How the server took one: logged, not reached (try later), or refused (asking again would not help). */
export type Taken = { kind: 'logged' } | { kind: 'unreached' } | { kind: 'refused'; because: string };

export class Sending {
  readonly #kept: KeptCircuits;
  readonly #post: (circuit: CircuitToSend) => Promise<Taken>;
  #running: Promise<Taken[]> | null = null;

  constructor(kept: KeptCircuits, post: (circuit: CircuitToSend) => Promise<Taken>) {
    this.#kept = kept;
    this.#post = post;
  }

  /** Sends what waits; one sending at a time, however often it is asked for. */
  send(): Promise<Taken[]> {
    this.#running ??= this.#sendAll().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #sendAll(): Promise<Taken[]> {
    const all: Taken[] = [];
    for (const circuit of await this.#kept.toSend()) {
      if (circuit.refused !== undefined) continue;
      const taken = await this.#post(circuit);
      all.push(taken);
      if (taken.kind === 'logged') await this.#kept.sent(circuit.id);
      else if (taken.kind === 'refused') await this.#kept.refused(circuit, taken.because);
      else break;
    }
    return all;
  }
}
