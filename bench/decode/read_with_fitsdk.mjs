// Reads FIT files with npm's @garmin/fitsdk. The package lies in FOLDER/node_modules, which bench/decode.py fills.
// Usage: node read_with_fitsdk.mjs FOLDER LIST answers | seconds
// answers: one JSON object per file; seconds: processor seconds of one pass over all files, the best of several after a first one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [folder, list, what] = process.argv.slice(2);
const require = createRequire(join(folder, 'node_modules', 'x.js'));
const { Decoder, Stream } = await import(pathToFileURL(require.resolve('@garmin/fitsdk')));
const names = readFileSync(list, 'utf8').split('\n').filter(Boolean);
const files = names.map((name) => readFileSync(name));

function read(bytes) {
  const decoder = new Decoder(Stream.fromBuffer(bytes));
  if (!decoder.isFIT()) return { records: 0, distance_m: 0, error: 'no FIT' };
  try {
    const { messages, errors } = decoder.read();
    const sessions = messages.sessionMesgs ?? [];
    return {
      records: (messages.recordMesgs ?? []).length,
      distance_m: sessions.reduce((sum, session) => sum + (session.totalDistance ?? 0), 0),
      error: errors.length > 0 ? String(errors[0].message ?? errors[0]) : '',
    };
  } catch (error) {
    return { records: 0, distance_m: 0, error: String(error.message ?? error) };
  }
}

if (what === 'answers') {
  files.forEach((bytes, i) => console.log(JSON.stringify({ file: names[i], ...read(bytes) })));
} else {
  let best = Infinity;
  for (let pass = 0; pass < 4; ++pass) {
    const before = process.cpuUsage();
    files.forEach(read);
    const spent = process.cpuUsage(before);
    if (pass > 0) best = Math.min(best, (spent.user + spent.system) / 1e6);
  }
  console.log(best);
}
