// Plays the recorded guided circuits in the browser's build of the session and expects what the native one recorded.
// The module is build/wasm/bin/session.wasm: build the preset `wasm` first.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = `${root}/tests/session/recorded`;
const fields = { view: 18, cues: 5, done: 4, felt: 4, changed: 2 };

async function load() {
  const module = await WebAssembly.compile(readFileSync(`${root}/build/wasm/bin/session.wasm`));
  // It asks for nothing of its host but how to end when memory runs out.
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = () => {
      throw new Error(`the session asked its host for ${name}`);
    };
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  exports._initialize?.();
  return exports;
}

const numbers = (wasm, at, count) => [...new Float64Array(wasm.memory.buffer, at, count)];

for (const file of readdirSync(folder)) {
  test(`${file} plays in WebAssembly as it was recorded`, async () => {
    const wasm = await load();
    const record = JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));
    const one = wasm.hipline_session_new();
    for (const { call, with: args } of record.calls) wasm[`hipline_session_${call}`](one, ...args);
    for (const [i, expected] of record.events.entries()) {
      wasm.hipline_session_event(one, ...expected.event);
      const view = numbers(wasm, wasm.hipline_session_view(one), fields.view);
      const cues = wasm.hipline_session_cues(one, record.horizon);
      const cueNumbers = numbers(wasm, wasm.hipline_session_cue_numbers(one), cues * fields.cues);
      const listed = (name) => {
        const count = wasm[`hipline_session_${name}`](one);
        return numbers(wasm, wasm[`hipline_session_${name}_numbers`](one), count * fields[name]);
      };
      const now = {
        event: expected.event,
        view,
        cues: cueNumbers,
        done: listed("done"),
        felt: listed("felt"),
        changed: listed("changed"),
        next_work: wasm.hipline_session_next_work(one),
        left: Boolean(wasm.hipline_session_left(one)),
      };
      assert.deepEqual(now, { ...expected }, `event ${i}`);
    }
    wasm.hipline_session_free(one);
  });
}

test("a record that was changed is noticed", async () => {
  const wasm = await load();
  const record = JSON.parse(readFileSync(`${folder}/${readdirSync(folder)[0]}`, "utf8"));
  const one = wasm.hipline_session_new();
  for (const { call, with: args } of record.calls) wasm[`hipline_session_${call}`](one, ...args);
  wasm.hipline_session_event(one, 1, 0, 0);
  wasm.hipline_session_event(one, 0, 1234, 0);
  assert.notDeepEqual(numbers(wasm, wasm.hipline_session_view(one), fields.view), record.events[0].view);
});
