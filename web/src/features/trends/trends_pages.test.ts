import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Coverage from './Coverage.svelte';
import LineSample from './LineSample.svelte';
import { madeUpTrends } from './made_up_trends';
import Numbers from './Numbers.svelte';
import { panelsOf } from './panels';
import RunList from './RunList.svelte';

const words = (body: string): string => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the numbers behind the charts', () => {
  const trends = madeUpTrends({ days: 30 });

  test('stand in a table whose columns and rows have headings', () => {
    const { body } = render(Numbers, { props: { trends, closed: false } });
    expect(body.match(/<th scope="col"/g)?.length).toBe(9 + 3);
    expect(body.match(/<th scope="row"/g)?.length).toBeGreaterThan(10);
  });

  test('hold no limit for a run while running is closed', () => {
    expect(words(render(Numbers, { props: { trends, closed: false } }).body)).toContain('limit for one run');
    expect(words(render(Numbers, { props: { trends, closed: true } }).body)).not.toContain('limit for one run');
  });

  test('say of what is not known that it is not known', () => {
    expect(words(render(Numbers, { props: { trends, closed: false } }).body)).toContain('not known');
  });
});

test('what the circuits did not train is told in words, not by colour alone', () => {
  const { coverage } = madeUpTrends();
  const said = words(render(Coverage, { props: { coverage } }).body);
  expect(said).toContain('Not trained: out to the side');
  expect(said.match(/\bnone\b/g)).toHaveLength(coverage.directions.filter((one) => !one.covered).length);
});

test('a line in the legend has the dash and the mark it has in the chart', () => {
  const later = panelsOf(madeUpTrends(), false)[0]?.lines[1];
  if (!later) throw new Error('there is no such line');
  const { body } = render(LineSample, { props: { line: later } });
  expect(body).toContain('dashed');
  expect(body).toContain('<rect');
});

test('a run stands with its numbers, what was written of it and what was mended in its file', () => {
  const run = { id: 1, day: '2026-11-22', start: '2026-11-22T08:00:00Z', kind: 'run', is_run: true, distance_m: 18200, elapsed_s: 6400, moving_s: 6300, effort: 6, pain: null, note: 'Hip sore,\n<b>then</b> fine.', files: ['morning.fit'], mended: ['3 positions jumped; they were left out.'] };
  const runs = { program_version: '0', made_up: false, first_day: '2026-11-01', last_day: '2026-11-22', units: 'metric' as const, runs: [run] };
  const { body } = render(RunList, { props: { runs } });
  const said = words(body);
  expect(said).toContain('run 18.2 km, 1 h 45 min, effort 6 You wrote: Hip sore,');
  expect(said).not.toContain('pain');
  expect(body).toContain('&lt;b>then&lt;/b> fine.');
  expect(said).toContain('3 positions jumped');
  expect(said).toContain('From morning.fit');
});
