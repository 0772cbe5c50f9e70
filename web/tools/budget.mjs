// budget.mjs FOLDER: what the first page loads, compressed: at most 90 kB of JavaScript and 30 kB of CSS. The first page is Today:
// what index.html names, what that imports at once, and files of Today's own where it has any, as FOLDER-chunks.json beside it lists
// them. Exit status 1 if it is more.
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
const page = readFileSync(join(folder, 'index.html'), 'utf8');
const named = Object.keys(manifest).filter((key) => page.includes(`/${manifest[key].file}"`));
if (!named.some((key) => manifest[key].file.endsWith('.js'))) throw new Error('budget.mjs: index.html names no script of the build.');
for (const key of named) if (manifest[key].file.endsWith('.css')) css.add(manifest[key].file);
  else add(key);
const today = 'src/features/today/Today.svelte';
if (today in manifest) add(today);

const kilobytes = (files) => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0) / 1000;
const measured = [
  ['JavaScript', kilobytes(js), 90],
  ['CSS', kilobytes(css), 30],
];
for (const [what, has, most] of measured) console.log(`first_page_${what.toLowerCase()} ${has.toFixed(1)} kB (at most ${most})`);
process.exitCode = measured.some(([, has, most]) => has > most) ? 1 : 0;
