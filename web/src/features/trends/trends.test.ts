import { describe, expect, test } from 'vitest';
import { daySplits, niceTop } from './chart';
import { madeUpTrends } from './made_up_trends';
import { nothingAtAll, nothingIn, panelsOf, runsIn, secondsOf } from './panels';
import { dayInWords, toldDays } from './readout';

const trends = madeUpTrends();
const panel = (id: string, of = trends, closed = false) => {
  const found = panelsOf(of, closed).find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('the charts', () => {
  test('stand on one time axis: every line has a place for every day', () => {
    for (const one of panelsOf(trends, false)) for (const line of one.lines) expect(line.values).toHaveLength(secondsOf(trends).length);
  });

  test('are readable without colour: no two lines of a chart share shape, mark and dash', () => {
    for (const one of panelsOf(trends, false)) {
      const looks = one.lines.map((line) => `${line.shape} ${line.mark} ${line.dash}`);
      expect(new Set(looks).size).toBe(looks.length);
    }
  });

  test('leave a day without an answer empty, not at 0', () => {
    const mornings = panel('pain').lines[2]?.values ?? [];
    trends.days.forEach((day, i) => expect(mornings[i]).toBe(day.pain_morning));
  });

  test('draw no limit for a run while running is closed', () => {
    expect(panel('distance').lines).toHaveLength(3);
    expect(panel('distance', trends, true).lines).toHaveLength(2);
    expect(panel('distance', trends, true).says).not.toContain('30.7');
  });

  test('show miles to a runner who wants miles', () => {
    const miles = panel('distance', madeUpTrends({ units: 'imperial' }));
    const km = panel('distance');
    const i = km.lines[0]?.values.findIndex((value) => value !== null) ?? -1;
    expect((km.lines[0]?.values[i] ?? 0) / (miles.lines[0]?.values[i] ?? 1)).toBeCloseTo(1.609, 1);
    expect(miles.title).toContain('miles');
  });

  test('that have nothing to draw say so one by one', () => {
    const empty = madeUpTrends({ empty: true });
    expect(panelsOf(empty, false).every(nothingIn)).toBe(true);
    expect(nothingAtAll(empty)).toBe(true);
    expect(nothingAtAll(trends)).toBe(false);
    expect(runsIn(empty)).toBe(0);
  });

  test('keep a pain of 0: it is an answer', () => {
    const calm = { ...trends, days: trends.days.map((day, i) => ({ ...day, pain_in_run: i === 3 ? 0 : null, pain_later: null, pain_morning: null })) };
    expect(nothingIn(panel('pain', calm))).toBe(false);
  });
});

describe('the scales', () => {
  test('end at a round number above the greatest value', () => {
    expect(niceTop(29)).toBe(35);
    expect(niceTop(840)).toBe(900);
    expect(niceTop(0)).toBe(1);
  });

  test('always name the last day', () => {
    const xs = secondsOf(trends);
    for (const width of [200, 360, 700, 1200]) {
      const splits = daySplits(xs[0] ?? 0, xs.at(-1) ?? 0, width);
      expect(splits.at(-1)).toBe(xs.at(-1));
      expect(splits.length * 60).toBeLessThan(Math.max(130, width));
    }
  });
});

describe('a day in words', () => {
  const day = { day: '2026-11-22', distance_m: 18000, runs: 1, load: 420.4, longest_30_days_m: null, limit_m: null, distance_30_days_m: null, pain_in_run: 3, pain_later: null, pain_morning: 0 };

  test('says what is known, and nothing of what is not', () => {
    expect(dayInWords(day, trends)).toBe('18 km run, worst in the run 3, first steps in the morning 0, load 420.');
  });

  test('never makes a day without an answer sound like a day without ache', () => {
    expect(dayInWords({ ...day, distance_m: 0, runs: 0, load: null, pain_in_run: null, pain_morning: null }, trends)).toBe('no run, no answer about the ache.');
  });

  test('stands in the table, newest first, where it has a run or an answer', () => {
    const told = toldDays(trends.days).map((one) => one.day);
    expect(told).toEqual([...told].sort().reverse());
    expect(told.length).toBeLessThan(trends.days.length);
  });
});
