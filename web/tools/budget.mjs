// budget.mjs FOLDER: what the first page loads, compressed: at most 90 kB of JavaScript and 30 kB of CSS. The first page is Today:
// the entry, what it imports at once, and Today's own files, as FOLDER-chunks.json beside it lists them. Exit status 1 if it is more.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = process.argv[2];
if (!folder) throw new Error('budget.mjs needs the folder of the built app.');
const manifest = JSON.parse(readFileSync(`${folder}-chunks.json`, 'utf8'));
const js = new Set();
const css = new Set();

/** Adds a chunk and all that it imports at once. */
function add(key) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`budget.mjs: ${key} is not in the build.`);
  if (js.has(chunk.file)) return;
  js.add(chunk.file);
  for (const file of chunk.css ?? []) css.add(file);
  for (const imported of chunk.imports ?? []) add(imported);
}
add('index.html');
add('src/features/today/Today.svelte');

const kilobytes = (files) => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0) / 1000;
const measured = [
  ['JavaScript', kilobytes(js), 90],
  ['CSS', kilobytes(css), 30],
];
for (const [what, has, most] of measured) console.log(`first_page_${what.toLowerCase()} ${has.toFixed(1)} kB (at most ${most})`);
process.exitCode = measured.some(([, has, most]) => has > most) ? 1 : 0;
