// Circuits between the mat and the log: what is kept in this browser, and the sending of it.
import { api, ask } from '../api/client';
import type { components } from '../api/schema';
import { browserShelf, KeptCircuits, type CircuitInHand, type CircuitToSend } from './kept';
import { Sending, type Taken } from './sending';

export type KeptCircuitSession = components['schemas']['KeptCircuitSession'];

export const kept = new KeptCircuits(browserShelf());

/** What the log said of the circuits that it took since this page was opened, by id. */
const answers = new Map<string, KeptCircuitSession>();
export const answerOf = (id: string): KeptCircuitSession | undefined => answers.get(id);

async function post({ id, day, at, script, events, effort }: CircuitToSend): Promise<Taken> {
  const answer = await ask(api.POST('/api/circuit/sessions', { body: { id, day, at, script, events, effort } }));
  if (answer.kind === 'unreachable') return { kind: 'unreached' };
  // A key that is missing comes back with the next start: that is no refusal of the circuit.
  if (answer.kind === 'refused' && (answer.status === 401 || answer.status === 403 || answer.status >= 500)) return { kind: 'unreached' };
  if (answer.kind === 'refused') return { kind: 'refused', because: answer.message || answer.code };
  answers.set(id, answer.value);
  return { kind: 'logged' };
}

const sending = new Sending(kept, post);

/** Sends the circuits that wait for the log. */
export const sendCircuits = (): Promise<Taken[]> => sending.send();

/** Puts a circuit that is over among those that wait for the log, and sends them. */
export async function log(circuit: CircuitInHand, effort: number | null): Promise<void> {
  const { id, day, fingerprint, script, events } = circuit;
  await kept.end({ id, day, fingerprint, script, events, effort, at: new Date().toISOString() });
  await sendCircuits();
}

/** When the app opens: a circuit that had ended before its last question was answered goes into the log without it. */
export async function logWhatEnded(): Promise<void> {
  const inHand = await kept.inHand().catch(() => null);
  if (inHand?.ended) await log(inHand, null);
  else await sendCircuits();
}

/** Ends a circuit that is not gone on with, and logs what was done of it. */
export async function logAsLeft(circuit: CircuitInHand): Promise<void> {
  const last = circuit.events.at(-1)?.at_ms ?? 0;
  await log({ ...circuit, events: [...circuit.events, { kind: 'leave', at_ms: last, value: 0 }] }, null);
}

/** Deletes every circuit that is kept here, sent or not. Fails where the browser refuses. */
export const deleteCircuits = (): Promise<void> => kept.forgetAll();

/** Another runner from now on: nothing of this one's circuits stays in this browser. */
export const forgetCircuits = (): Promise<void> => deleteCircuits().catch(() => undefined);
