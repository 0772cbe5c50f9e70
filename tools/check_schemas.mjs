// check_schemas.mjs [BUNDLE.json]: every example under schema/content/examples must be accepted or rejected as its folder says,
// and every file of the content bundle (what hipline_bundle writes; without an argument the newest one under build/) must fit its
// schema. The C++ reader is held to the same examples by its own test, so that schemas and reader cannot drift apart.
// The answers of the built program to the golden cases must fit schema/decision.schema.json.
// Prints each failure and one line of counts.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

// Which schema a path of the bundle belongs to; the first that fits.
const places = [
  [/^rules\/.*\.cases$/, "cases"],
  [/^rules\/plan\//, "plan_rule"],
  [/^rules\/origin\//, "origin_rule"],
  [/^rules\//, "rule"],
  [/^questions\//, "question"],
  [/^setup\//, "setup"],
  [/^evidence\//, "evidence"],
  [/^instead\//, "instead"],
  [/^parameters\//, "parameters"],
  [/^text\//, "text"],
  [/^exercises\//, "exercise"],
  [/^circuits\//, "circuit"],
  [/^figures\//, "figure"],
  [/^programmes\//, "programme"],
  [/^facts$/, "facts"],
  [/^retired$/, "retired"],
];

/** Checks the schemas in `folder` against their examples, and `bundle` (path -> item) against the schemas. */
export function checkSchemas(folder, bundle) {
  // strictTypes and strictRequired would ask conditional parts to repeat what the whole schema says already.
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  const kinds = readdirSync(folder)
    .filter((name) => name.endsWith(".schema.json"))
    .map((name) => basename(name, ".schema.json"));
  for (const kind of kinds) ajv.addSchema(readJson(join(folder, `${kind}.schema.json`)));
  const validator = (kind) => (kinds.includes(kind) ? ajv.getSchema(`${kind}.schema.json`) : undefined);
  const reasons = (validate) => ajv.errorsText(validate.errors, { separator: "; " });

  let passed = 0;
  const failures = [];
  const check = (name, holds, why) => (holds ? (passed += 1) : failures.push(`${name}: ${why()}`));

  const tried = new Set();
  for (const verdict of ["accepted", "rejected"]) {
    for (const file of readdirSync(join(folder, "examples", verdict))) {
      const kind = basename(file, ".json").split("-")[0];
      const validate = validator(kind);
      tried.add(`${kind} ${verdict}`);
      const fits = validate?.(readJson(join(folder, "examples", verdict, file)));
      check(`examples/${verdict}/${file}`, fits === (verdict === "accepted"), () =>
        validate ? (fits ? "the schema accepts it" : reasons(validate)) : `there is no ${kind}.schema.json`,
      );
    }
  }
  for (const kind of kinds) {
    for (const verdict of ["accepted", "rejected"]) {
      check(`${kind}.schema.json`, tried.has(`${kind} ${verdict}`), () => `has no ${verdict} example`);
    }
  }
  for (const [path, item] of Object.entries(bundle)) {
    if (path === "hash") continue;
    const place = places.find(([pattern]) => pattern.test(path));
    const validate = place && validator(place[1]);
    check(`content/${path}.yaml`, validate?.(item) === true, () => (validate ? reasons(validate) : "no schema speaks of it"));
  }
  return { passed, failures };
}

/** Checks answers (name -> answer of `hipline assess`) against the schema of decisions. */
export function checkAnswers(schema, answers) {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  const validate = ajv.compile(schema);
  const failures = [];
  for (const [name, answer] of Object.entries(answers)) {
    if (!validate(answer)) failures.push(`${name}: ${ajv.errorsText(validate.errors, { separator: "; " })}`);
  }
  return { passed: Object.keys(answers).length - failures.length, failures };
}

/** What the program beside a content bundle answers to the golden cases; nothing where it was not built. */
function goldenAnswers(bundle) {
  const program = join(dirname(bundle), "..", "bin", "hipline");
  const folder = join(root, "tests", "cases", "golden");
  const cases = existsSync(program) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  return Object.fromEntries(
    cases.map((name) => [
      `hipline assess ${name}`,
      JSON.parse(execFileSync(program, ["assess", join(folder, name)], { maxBuffer: 1 << 28 })),
    ]),
  );
}

function newestBundle() {
  const builds = join(root, "build");
  const found = (existsSync(builds) ? readdirSync(builds) : [])
    .map((name) => join(builds, name, "generated", "content_bundle.json"))
    .filter((path) => existsSync(path));
  return found.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const path = process.argv[2] ?? newestBundle();
  if (path) {
    const content = checkSchemas(join(root, "schema", "content"), readJson(path));
    const answers = checkAnswers(readJson(join(root, "schema", "decision.schema.json")), goldenAnswers(path));
    const failures = [...content.failures, ...answers.failures];
    for (const failure of failures) console.error(failure);
    console.log(`schemas: ${content.passed + answers.passed} passed, ${failures.length} failed`);
    process.exitCode = failures.length === 0 ? 0 : 1;
  } else {
    console.error("There is no content bundle under build/: build the target hipline_content first, or name a bundle.");
    process.exitCode = 2;
  }
}
