// check_schemas.mjs [BUNDLE.json]: every example under schema/content/examples must be accepted or rejected as its folder says,
// and every file of the content bundle (what hipline_bundle writes) must fit its schema. The C++ reader is held to the same
// examples by its own test, so that schemas and reader cannot drift apart. Prints each failure and one line of counts.
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";

const folder = fileURLToPath(new URL("../schema/content/", import.meta.url));
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

// strictTypes and strictRequired would ask conditional parts to repeat what the whole schema says already.
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
const schemas = readdirSync(folder).filter((name) => name.endsWith(".schema.json"));
for (const name of schemas) ajv.addSchema(readJson(join(folder, name)), name);
const validator = (kind) => ajv.getSchema(`${kind}.schema.json`);

let passed = 0;
const failures = [];
const check = (name, holds, why) => (holds ? (passed += 1) : failures.push(`${name}: ${why}`));
const reasons = (validate) => ajv.errorsText(validate.errors, { separator: "; " });

const tried = new Set();
for (const verdict of ["accepted", "rejected"]) {
  for (const file of readdirSync(join(folder, "examples", verdict))) {
    const kind = basename(file, ".json").split("-")[0];
    const validate = validator(kind);
    if (!validate) {
      failures.push(`${verdict}/${file}: there is no schema ${kind}.schema.json`);
      continue;
    }
    tried.add(`${kind} ${verdict}`);
    const holds = validate(readJson(join(folder, "examples", verdict, file)));
    check(`${verdict}/${file}`, holds === (verdict === "accepted"), holds ? "the schema accepts it" : reasons(validate));
  }
}
for (const name of schemas) {
  for (const verdict of ["accepted", "rejected"]) {
    check(name, tried.has(`${basename(name, ".schema.json")} ${verdict}`), `has no ${verdict} example`);
  }
}

// Which schema a path of the bundle belongs to; the first that fits.
const places = [
  [/^rules\/.*\.cases$/, "cases"],
  [/^rules\/plan\//, "plan_rule"],
  [/^rules\//, "rule"],
  [/^questions\//, "question"],
  [/^evidence\//, "evidence"],
  [/^parameters\//, "parameters"],
  [/^text\//, "text"],
  [/^exercises\//, "exercise"],
  [/^circuits\//, "circuit"],
  [/^facts$/, "facts"],
  [/^retired$/, "retired"],
];
if (process.argv[2]) {
  for (const [path, item] of Object.entries(readJson(process.argv[2]))) {
    if (path === "hash") continue;
    const place = places.find(([pattern]) => pattern.test(path));
    const validate = place && validator(place[1]);
    if (!validate) failures.push(`content/${path}.yaml: no schema speaks of it`);
    else check(`content/${path}.yaml`, validate(item), reasons(validate));
  }
}

for (const failure of failures) console.error(failure);
console.log(`schemas: ${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
