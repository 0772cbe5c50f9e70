// check_api.mjs ANSWERS: every request and answer that the handlers' test kept in the folder ANSWERS must fit
// schema/api/openapi.yaml, and every operation of it must have been tried. Prints each failure and one line of counts.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import { parse } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

/** The contract as validators: (method, path template, status or "body") -> validate. */
export function contract(openapiText, decisionSchema) {
  const text = openapiText.replaceAll("../decision.schema.json#", `${decisionSchema.$id}#`);
  const api = { $id: "https://hipline.example/api", ...parse(text) };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addFormat("int64", true);
  ajv.addFormat("binary", true);
  ajv.addSchema(decisionSchema);
  ajv.addSchema(api);
  const compiled = new Map();
  const at = (pointer) => {
    if (!compiled.has(pointer)) compiled.set(pointer, ajv.compile({ $ref: `${api.$id}#${pointer}` }));
    return compiled.get(pointer);
  };
  const escape = (key) => encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));
  const media = "application~1json";
  return {
    operations: Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    ),
    answer(method, path, status) {
      const operation = api.paths[path]?.[method.toLowerCase()];
      if (!operation) return undefined;
      if (!operation.responses[status]) return status >= 400 ? at("/components/schemas/Failure") : undefined;
      if (!operation.responses[status].content?.["application/json"]) return () => true;
      return at(`/paths/${escape(path)}/${method.toLowerCase()}/responses/${status}/content/${media}/schema`);
    },
    request(method, path) {
      const content = api.paths[path]?.[method.toLowerCase()]?.requestBody?.content?.["application/json"];
      if (!content) return undefined;
      return at(`/paths/${escape(path)}/${method.toLowerCase()}/requestBody/content/${media}/schema`);
    },
    reasons: (validate) => ajv.errorsText(validate.errors?.slice(0, 3), { separator: "; " }),
  };
}

/** The operations that no kept call was answered by. */
export function untried(rules, calls) {
  const tried = new Set(calls.filter(([, call]) => call.status < 400).map(([, call]) => `${call.method} ${call.path}`));
  return rules.operations.filter((one) => !tried.has(one)).map((one) => `${one}: nobody tried this`);
}

/** Holds kept calls against the contract; gives the failures and how many calls fitted. */
export function checkCalls(rules, calls) {
  const failures = [];
  let passed = 0;
  for (const [name, call] of calls) {
    const answer = rules.answer(call.method, call.path, call.status);
    const where = `${name}: ${call.method} ${call.path} ${call.status}`;
    if (!answer) failures.push(`${where}: the contract does not know this answer`);
    else if (!answer(call.answer)) failures.push(`${where}: ${rules.reasons(answer)}`);
    else passed += 1;
    // What was refused need not fit: that it does not is often why.
    const request = call.request && call.status < 400 ? rules.request(call.method, call.path) : undefined;
    if (request && !request(call.request)) failures.push(`${where}: the request: ${rules.reasons(request)}`);
  }
  return { failures, passed };
}

export function theContract() {
  return contract(
    readFileSync(join(root, "schema/api/openapi.yaml"), "utf8"),
    readJson(join(root, "schema/decision.schema.json")),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2];
  if (!folder || !existsSync(folder)) {
    console.error("check_api.mjs ANSWERS: run the test `api` first; it keeps the answers.");
    process.exit(2);
  }
  const calls = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => [name, readJson(join(folder, name))]);
  const rules = theContract();
  const { failures, passed } = checkCalls(rules, calls);
  failures.push(...untried(rules, calls));
  for (const failure of failures) console.log(failure);
  console.log(`check_api: ${passed} answers fit, ${failures.length} do not`);
  process.exit(failures.length > 0 || passed === 0 ? 1 : 0);
}
