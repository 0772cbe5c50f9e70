// The circuit in hand and the circuits not yet sent, kept in this browser (IndexedDB) so that nothing is lost by a reload, a call,
// a sleeping phone or a dead battery. The list of events is all that is kept of what happened; the script is kept with it, so
// that it plays on as it began.
import { createStore, del, entries, get, set } from 'idb-keyval';
import type { Script, SessionEvent } from './script';

/** A circuit as it began: what it is led by does not change. */
export interface CircuitBegun {
  /** Made once in the browser: sent twice, it is kept once. */
  id: string;
  /** The day that it belongs to, YYYY-MM-DD. */
  day: string;
  /** Names the steps that the server gave: another day's or another dose's are not gone on with. */
  fingerprint: string;
  script: Script;
}

/** A circuit in hand: as it began, and what happened since. */
export interface CircuitInHand extends CircuitBegun {
  events: SessionEvent[];
  /** Over, and only the last question is open. */
  ended: boolean;
}

/** A circuit that is over and waits to be logged. */
export interface CircuitToSend extends CircuitBegun {
  events: SessionEvent[];
  /** When it ended, ISO 8601. */
  at: string;
  /** How hard it was, 0 to 10; null where it was not said. */
  effort: number | null;
  /** Why the server would not take it; such a one is not sent again by itself. */
  refused?: string;
}

/** Where it is kept; a test brings its own. */
export interface Shelf {
  get: (key: string) => Promise<unknown>;
  set: (key: string, value: unknown) => Promise<void>;
  del: (key: string) => Promise<void>;
  keys: () => Promise<string[]>;
}

export function browserShelf(): Shelf {
  const store = createStore('hipline-circuit', 'kept');
  return {
    get: (key) => get(key, store),
    set: (key, value) => set(key, value, store),
    del: (key) => del(key, store),
    keys: async () => (await entries<string, unknown>(store)).map(([key]) => key),
  };
}

const begun = 'begun';
const happened = 'happened';
const toSend = 'to_send:';

/** What happened in the circuit of this id. Written each second, so it lies apart from the script. */
interface Happened {
  id: string;
  events: SessionEvent[];
  ended: boolean;
}

export class KeptCircuits {
  readonly #shelf: Shelf;
  /** Writes go one after the other: the last one told is the last one kept. */
  #writing: Promise<void> = Promise.resolve();

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  #then(write: () => Promise<void>): Promise<void> {
    const written = this.#writing.then(write);
    this.#writing = written.catch(() => undefined);
    return written;
  }

  async inHand(): Promise<CircuitInHand | null> {
    await this.#writing;
    const circuit = (await this.#shelf.get(begun)) as CircuitBegun | undefined;
    if (!circuit) return null;
    const since = (await this.#shelf.get(happened)) as Happened | undefined;
    return since?.id === circuit.id ? { ...circuit, events: since.events, ended: since.ended } : { ...circuit, events: [], ended: false };
  }

  /** A circuit begins; it is the one in hand from now on. */
  begin(circuit: CircuitBegun): Promise<void> {
    return this.#then(() => this.#shelf.set(begun, circuit));
  }

  /** What happened so far in the circuit in hand. */
  keep(id: string, events: readonly SessionEvent[], ended: boolean): Promise<void> {
    // A copy of now: the list of events goes on growing.
    const now: Happened = { id, events: [...events], ended };
    return this.#then(() => this.#shelf.set(happened, now));
  }

  /** Puts an ended circuit among those to be sent; only then is it no longer in hand. */
  end(circuit: CircuitToSend): Promise<void> {
    return this.#then(async () => {
      await this.#shelf.set(toSend + circuit.id, circuit);
      const now = (await this.#shelf.get(begun)) as CircuitBegun | undefined;
      if (now?.id !== circuit.id) return;
      await this.#shelf.del(begun);
      await this.#shelf.del(happened);
    });
  }

  forgetInHand(): Promise<void> {
    return this.#then(async () => {
      await this.#shelf.del(begun);
      await this.#shelf.del(happened);
    });
  }

  async toSend(): Promise<CircuitToSend[]> {
    await this.#writing;
    const keys = (await this.#shelf.keys()).filter((key) => key.startsWith(toSend)).sort();
    const all = await Promise.all(keys.map((key) => this.#shelf.get(key)));
    return all.filter((one): one is CircuitToSend => one !== undefined);
  }

  sent(id: string): Promise<void> {
    return this.#then(() => this.#shelf.del(toSend + id));
  }

  refused(circuit: CircuitToSend, because: string): Promise<void> {
    return this.#then(() => this.#shelf.set(toSend + circuit.id, { ...circuit, refused: because }));
  }

  /** Forgets all of it: for "delete everything". */
  forgetAll(): Promise<void> {
    return this.#then(async () => {
      for (const key of await this.#shelf.keys()) await this.#shelf.del(key);
    });
  }
}

/** Names the steps of a script on a day. What last time was like is left out: logging it changes it. */
export function fingerprintOf(day: string, script: Script): string {
  const text = JSON.stringify([day, script], (key, value: unknown) => (key === 'last_ms' || key === 'best_ms' || key === 'aim_ms' ? undefined : value));
  // FNV-1a: a name for comparing, not a secret.
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${day} ${String(script.steps.length)} ${(hash >>> 0).toString(16)}`;
}
