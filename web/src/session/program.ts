import sessionAddress from '../../../build/wasm/bin/session.wasm?url';
import { sessionModule, type SessionExports } from './session';

let loading: Promise<SessionExports> | undefined;

/** The session's state machine, loaded once. */
export function session(): Promise<SessionExports> {
  loading ??= fetch(sessionAddress)
    .then((answer) => {
      if (!answer.ok) throw new Error(`The guided circuit's program did not come (${String(answer.status)}).`);
      return answer.arrayBuffer();
    })
    .then(sessionModule);
  loading.catch(() => (loading = undefined));
  return loading;
}
