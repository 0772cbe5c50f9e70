import { describe, expect, it } from 'vitest';
import { fingerprintOf, KeptCircuits, type CircuitToSend, type Shelf } from './kept';
import { madeUpScript } from './made_up_script';
import { Sending, type Taken } from './sending';

function shelfInMemory(): Shelf & { all: Map<string, unknown> } {
  const all = new Map<string, unknown>();
  return {
    all,
    get: (key) => Promise.resolve(structuredClone(all.get(key))),
    set: (key, value) => {
      all.set(key, structuredClone(value));
      return Promise.resolve();
    },
    del: (key) => {
      all.delete(key);
      return Promise.resolve();
    },
    keys: () => Promise.resolve([...all.keys()]),
  };
}

const circuit = (id: string): CircuitToSend => ({
  id,
  day: '2026-11-25',
  at: '2026-11-25T18:00:00.000Z',
  fingerprint: 'one',
  script: madeUpScript(),
  events: [{ kind: 'tap', at_ms: 0, value: 0 }],
  effort: null,
});

/** A server that keeps by id, and can be out of reach. */
class Server {
  readonly logged: string[] = [];
  reached = true;
  /** Takes it, but the answer is lost on the way. */
  answers = true;
  post = (one: CircuitToSend): Promise<Taken> => {
    if (!this.reached) return Promise.resolve({ kind: 'unreached' });
    if (!this.logged.includes(one.id)) this.logged.push(one.id);
    return Promise.resolve(this.answers ? { kind: 'logged' } : { kind: 'unreached' });
  };
}

describe('circuits kept in the browser', () => {
  it('gives back the last events of the circuit in hand', async () => {
    const kept = new KeptCircuits(shelfInMemory());
    const { events, ...one } = circuit('a');
    void kept.begin(one);
    void kept.keep('a', events, false);
    events.push({ kind: 'pause', at_ms: 900, value: 0 });
    void kept.keep('a', events, false);
    expect((await kept.inHand())?.events).toHaveLength(2);
  });

  it("never gives a circuit another one's events", async () => {
    const kept = new KeptCircuits(shelfInMemory());
    const { events, ...one } = circuit('a');
    await kept.begin(one);
    await kept.keep('a', events, true);
    await kept.begin({ ...one, id: 'b' });
    expect(await kept.inHand()).toMatchObject({ id: 'b', events: [], ended: false });
  });

  it('is never without an ended circuit: it waits to be sent before it is no longer in hand', async () => {
    const shelf = shelfInMemory();
    const kept = new KeptCircuits(shelf);
    const { events, ...one } = circuit('a');
    await kept.begin(one);
    await kept.keep('a', events, true);
    const seen: string[] = [];
    const del = shelf.del;
    shelf.del = (key) => {
      seen.push(...shelf.all.keys());
      return del(key);
    };
    await kept.end(circuit('a'));
    expect(seen).toContain('to_send:a');
    expect(await kept.inHand()).toBeNull();
  });

  it('keeps a circuit done without a network and sends it once', async () => {
    const kept = new KeptCircuits(shelfInMemory());
    const server = new Server();
    const sending = new Sending(kept, server.post);
    server.reached = false;
    await kept.end(circuit('a'));
    await kept.end(circuit('b'));
    await sending.send();
    expect(await kept.toSend()).toHaveLength(2);
    server.reached = true;
    await Promise.all([sending.send(), sending.send()]);
    await sending.send();
    expect(server.logged).toEqual(['a', 'b']);
    expect(await kept.toSend()).toHaveLength(0);
  });

  it('sends again, under the same id, what may not have arrived', async () => {
    const kept = new KeptCircuits(shelfInMemory());
    const server = new Server();
    const sending = new Sending(kept, server.post);
    server.answers = false;
    await kept.end(circuit('a'));
    await sending.send();
    server.answers = true;
    await sending.send();
    expect(server.logged).toEqual(['a']);
    expect(await kept.toSend()).toHaveLength(0);
  });

  it('keeps what the server refuses, with its reason, and goes on with the next', async () => {
    const kept = new KeptCircuits(shelfInMemory());
    const server = new Server();
    const sending = new Sending(kept, (one) => (one.id === 'a' ? Promise.resolve({ kind: 'refused', because: 'out_of_range' }) : server.post(one)));
    await kept.end(circuit('a'));
    await kept.end(circuit('b'));
    await sending.send();
    expect(server.logged).toEqual(['b']);
    expect((await kept.toSend()).map((one) => one.refused)).toEqual(['out_of_range']);
  });

  it('tells another dose by its fingerprint, and not what was held last time', () => {
    const script = madeUpScript();
    const held = structuredClone(script);
    for (const step of held.steps) step.last_ms = 1;
    const fewer = structuredClone(script);
    fewer.steps.pop();
    expect(fingerprintOf('2026-11-25', held)).toBe(fingerprintOf('2026-11-25', script));
    expect(fingerprintOf('2026-11-25', fewer)).not.toBe(fingerprintOf('2026-11-25', script));
    expect(fingerprintOf('2026-11-26', script)).not.toBe(fingerprintOf('2026-11-25', script));
  });
});
