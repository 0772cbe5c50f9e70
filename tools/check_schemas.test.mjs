// Proves that check_schemas bites: plants one fault at a time and expects it to be named.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { checkAnswers, checkSchemas } from "./check_schemas.mjs";

const real = fileURLToPath(new URL("../schema/content", import.meta.url));

function failuresWith(plant, bundle = {}) {
  const folder = mkdtempSync(join(tmpdir(), "hipline-schemas-"));
  try {
    cpSync(real, folder, { recursive: true });
    plant(folder);
    return checkSchemas(folder, bundle).failures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const move = (from, to) => (folder) => renameSync(join(folder, "examples", from), join(folder, "examples", to));

test("sound schemas and an empty bundle have no failure", () => assert.deepEqual(failuresWith(() => {}), []));

test("an accepted example among the rejected ones is named", () => {
  const [failure] = failuresWith(move("accepted/rule-always.json", "rejected/rule-always.json"));
  assert.match(failure, /rejected\/rule-always\.json: the schema accepts it/);
});

test("a rejected example among the accepted ones is named", () => {
  const [failure] = failuresWith(move("rejected/rule-no-why.json", "accepted/rule-no-why.json"));
  assert.match(failure, /accepted\/rule-no-why\.json: .*required property 'why'/);
});

test("a schema without examples is named", () => {
  const failures = failuresWith((folder) => rmSync(join(folder, "examples", "rejected", "retired-no-reason.json")));
  assert.deepEqual(failures, ["retired.schema.json: has no rejected example"]);
});

test("content that does not fit, or that no schema knows, is named", () => {
  const failures = failuresWith(() => {}, { hash: "x", "evidence/a": { kind: "review" }, "elsewhere/b": {} });
  assert.equal(failures.length, 2);
  assert.match(failures[0], /content\/evidence\/a\.yaml: .*required property 'citation'/);
  assert.match(failures[1], /content\/elsewhere\/b\.yaml: no schema speaks of it/);
});

test("an answer that does not fit its schema is named", () => {
  const schema = {
    type: "object",
    additionalProperties: false,
    required: ["strain_or_load"],
    properties: { strain_or_load: { enum: ["strain", "load"] } },
  };
  const answers = { fits: { strain_or_load: "load" }, lacks: {}, more: { strain_or_load: "load", bone: 1 }, other: { strain_or_load: 1 } };
  const { passed, failures } = checkAnswers(schema, answers);
  assert.equal(passed, 1);
  assert.deepEqual(failures.map((failure) => failure.split(":")[0]), ["lacks", "more", "other"]);
});

test("a programme or exercise that does not fit is named", () => {
  const failures = failuresWith(() => {}, { "programmes/a": { title: "A" }, "exercises/b": { title: "B" } });
  assert.equal(failures.length, 2);
  assert.match(failures[0], /content\/programmes\/a\.yaml: .*required property 'stages'/);
  assert.match(failures[1], /content\/exercises\/b\.yaml: .*required property 'phases'/);
});
