// compress.mjs FOLDER: puts a .gz and a .br beside every text file that gets smaller by it, so that the server only sends.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = process.argv[2];
if (!folder) throw new Error('compress.mjs needs the folder of the built app.');
const text = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.wasm']);
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!text.has(extname(name))) continue;
  const file = join(folder, name);
  const bytes = readFileSync(file);
  const forms = {
    gz: gzipSync(bytes, { level: 9 }),
    br: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  };
  for (const [form, packed] of Object.entries(forms)) {
    if (packed.length < bytes.length) writeFileSync(`${file}.${form}`, packed);
  }
}
