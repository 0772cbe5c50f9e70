// The check of the JSON interface must bite: planted faults in an answer that fits.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCalls, theContract, untried } from "./check_api.mjs";

const rules = theContract();
const fitting = {
  method: "GET",
  path: "/api/settings",
  status: 200,
  request: null,
  answer: { units: "metric", english: "british", voice: true, sounds: true, get_ready: "count" },
};
const failures = (change) => checkCalls(rules, [["planted", { ...fitting, ...change }]]).failures.length;

test("an answer that fits passes", () => assert.equal(failures({}), 0));
test("a missing field is found", () => {
  const { voice, ...rest } = fitting.answer;
  assert.equal(typeof voice, "boolean");
  assert.equal(failures({ answer: rest }), 1);
});
test("a field that nobody described is found", () =>
  assert.equal(failures({ answer: { ...fitting.answer, tempo: 1 } }), 1));
test("a word outside its list is found", () =>
  assert.equal(failures({ answer: { ...fitting.answer, units: "yards" } }), 1));
test("an answer of an unknown path is found", () => assert.equal(failures({ path: "/api/nowhere" }), 1));
test("a refusal has the form of one", () => {
  assert.equal(failures({ status: 400, answer: { error: { code: "a", where: "b", message: "c" } } }), 0);
  assert.equal(failures({ status: 400, answer: { message: "c" } }), 1);
});
test("shapes of the decision's schema are looked into", () => {
  const plan = { method: "GET", path: "/api/plan", status: 200, answer: { plan: { origin: "hearsay" } } };
  assert.equal(checkCalls(rules, [["planted", plan]]).failures.length, 1);
});
test("an operation that nobody tried is found, and one that was only refused too", () => {
  const count = untried(rules, []).length;
  assert.equal(untried(rules, [["planted", fitting]]).length, count - 1);
  assert.equal(untried(rules, [["planted", { ...fitting, status: 400 }]]).length, count);
});
