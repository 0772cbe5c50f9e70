// stale_client.mjs: src/api/schema.ts must be what ../schema/api/openapi.yaml gives. Exit status 1 if it is not: `npm run client` makes it anew.
import { readFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';

const made = astToString(await openapi(new URL('../../schema/api/openapi.yaml', import.meta.url)));
const kept = readFileSync(new URL('../src/api/schema.ts', import.meta.url), 'utf8');
// The command line puts a notice before the types.
if (!kept.endsWith(made)) {
  console.error('src/api/schema.ts is not what schema/api/openapi.yaml gives: run `npm run client` in web/.');
  process.exitCode = 1;
}
