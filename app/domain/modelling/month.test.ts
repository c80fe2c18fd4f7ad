import { describe, expect, test } from 'vitest';
import { calibrationOf, csiPpm, type MonthCounts, psiPpm } from './month.ts';

const month = (change: Partial<MonthCounts>): MonthCounts => ({
  firms: 0,
  scores: [],
  characteristics: [],
  outcomes: [],
  aucPpm: null,
  ksPpm: null,
  groups: [],
  ...change,
});
const bins = (code: string, ...counts: number[]) => ({ code, bins: counts });

describe('stability', () => {
  // Reckoned by hand: (0.4 − 0.5) ln(0.4 ÷ 0.5) + (0.6 − 0.5) ln(0.6 ÷ 0.5) = 0.0223144 + 0.0182322
  test('halves that became four and six tenths have an index of 0.0405', () => {
    const [base, now] = [month({ scores: [50_000, 50_000] }), month({ scores: [40_000, 60_000] })];
    expect(Math.abs(psiPpm(base, now) - 40_547)).toBeLessThanOrEqual(20);
  });

  // 0.2 · ln 2 − 0.2 · ln(0.8 ÷ 0.6) ⇒ (0.4 − 0.2) ln 2 + (0.6 − 0.8) ln(0.75) = 0.1386294 + 0.0575364
  test('each characteristic has its own, the most moved first; what is not comparable is left out', () => {
    const base = month({
      characteristics: [
        bins('still', 30_000, 70_000),
        bins('little', 50_000, 50_000),
        bins('much', 20_000, 80_000),
        bins('recut', 1, 2),
        bins('gone', 1, 1),
      ],
    });
    const now = month({
      characteristics: [
        bins('new', 1, 1),
        bins('still', 3_000, 7_000),
        bins('little', 40_000, 60_000),
        bins('much', 40_000, 60_000),
        bins('recut', 1, 2, 3),
      ],
    });
    const csi = csiPpm(base, now);
    expect(csi.map(({ code }) => code)).toEqual(['much', 'little', 'still']);
    expect(Math.abs((csi[0]?.ppm ?? 0) - 196_166)).toBeLessThanOrEqual(40);
    expect(Math.abs((csi[1]?.ppm ?? 0) - 40_547)).toBeLessThanOrEqual(20);
    expect(Math.abs(csi[2]?.ppm ?? 1)).toBeLessThanOrEqual(2);
  });
});

test('calibration holds the bad share that was seen against what the card said, and keeps few loans back', () => {
  const outcomes = [
    { band: 3, good: 90, bad: 30 },
    { band: 7, good: 19, bad: 0 },
    { band: 8, good: 0, bad: 0 },
    { band: 9, good: 2, bad: 18 },
    { band: 12, good: 199, bad: 1 },
  ];
  const rows = calibrationOf(month({ outcomes }), (band) => band * 1_000, { smallestGroup: 20 });
  expect(rows).toEqual([
    {
      band: 3,
      loans: 120,
      bads: 30,
      seenPpm: 250_000,
      saidPpm: 3_000,
      lowPpm: 0,
      highPpm: 12_785,
      light: 'act',
    },
    {
      band: 7,
      loans: null,
      bads: null,
      seenPpm: null,
      saidPpm: 7_000,
      lowPpm: null,
      highPpm: null,
      light: 'unknown',
    },
    {
      band: 9,
      loans: 20,
      bads: 18,
      seenPpm: 900_000,
      saidPpm: 9_000,
      lowPpm: 0,
      highPpm: 50_390,
      light: 'act',
    },
    {
      band: 12,
      loans: 200,
      bads: 1,
      seenPpm: 5_000,
      saidPpm: 12_000,
      lowPpm: 0,
      highPpm: 27_091,
      light: 'good',
    },
  ]);
  const better = calibrationOf(month({ outcomes: [{ band: 1, good: 399, bad: 1 }] }), () => 100_000, {
    smallestGroup: 20,
  });
  expect(better[0]).toMatchObject({ lowPpm: 70_600, highPpm: 129_400, light: 'watch' });
  expect(calibrationOf(month({ outcomes }), null, { smallestGroup: 20 })[0]?.saidPpm).toBeNull();
});
