import { expect, test } from 'vitest';
import type { ImportEvent, ImportReport } from '../../api/types';
import { Importing, type ImportServer } from './importing.svelte';

const report = (runs: number, id: number | null = 1): ImportReport => ({ import: id, runs, headline: '', files: [] });
const file = (name: string): File => new File(['x'], name);

function server(events: Record<string, ImportEvent[]>, more: Partial<ImportServer> = {}): ImportServer {
  return {
    send: (sent, progress) => {
      progress(0.5);
      return Promise.resolve({ kind: 'answer', value: { id: sent.name, name: sent.name } });
    },
    watch: (id, told, lost) => {
      const all = events[id];
      if (all) all.forEach(told);
      else lost();
      return () => undefined;
    },
    undo: () => Promise.resolve({ kind: 'answer', value: undefined }),
    ...more,
  };
}
const done = (runs: number, id: number | null = 1): ImportEvent => ({ event: 'done', report: report(runs, id) });

test('files go one after the other, and their runs add up', async () => {
  const importing = new Importing(server({ 'a.fit': [{ event: 'reading', readings: 1, runs: 1, name: 'a.fit' }, done(1)], 'b.zip': [done(12, 2)] }));
  const taken = importing.take([file('a.fit'), file('b.zip')]);
  expect(importing.busy).toBe(true);
  await taken;
  expect(importing.busy).toBe(false);
  expect(importing.runs).toBe(13);
});

test('a file that fails is named with its reason, and the next one is still read', async () => {
  const failed: ImportEvent = { event: 'failed', error: { code: 'bad_zip', where: 'a.zip', message: 'The zip breaks off.' } };
  const importing = new Importing(server({ 'a.zip': [failed], 'b.fit': [done(1)] }));
  await importing.take([file('a.zip'), file('b.fit')]);
  expect(importing.list.map((one) => one.came.kind)).toEqual(['failed', 'done']);
  expect(importing.list[0]?.came).toEqual({ kind: 'failed', why: 'The zip breaks off.' });
});

test('out of reach on the way and out of sight while reading are told apart', async () => {
  const unreachable = new Importing(server({}, { send: () => Promise.resolve({ kind: 'unreachable' }) }));
  await unreachable.take([file('a.fit')]);
  expect(unreachable.list[0]?.came.kind).toBe('unreachable');
  const lost = new Importing(server({}));
  await lost.take([file('a.fit')]);
  expect(lost.list[0]?.came.kind).toBe('lost');
});

test('what is taken back counts no more; a refused undo leaves it standing', async () => {
  const importing = new Importing(server({ 'a.fit': [done(3)] }));
  await importing.take([file('a.fit')]);
  const key = importing.list[0]?.key ?? 0;
  await importing.undo(key);
  expect(importing.list[0]?.came.kind).toBe('undone');
  expect(importing.runs).toBe(0);

  const refusing = new Importing(server({ 'a.fit': [done(3)] }, { undo: () => Promise.resolve({ kind: 'refused', status: 409, code: 'x', where: '', message: '' }) }));
  await refusing.take([file('a.fit')]);
  await refusing.undo(refusing.list[0]?.key ?? 0);
  expect(refusing.list[0]?.came.kind).toBe('done');
});
