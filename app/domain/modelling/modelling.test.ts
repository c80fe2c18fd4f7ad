import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleCases } from '#tests/factories/cases.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import { insist } from '~/domain/kernel/result.ts';
import { frameOfTable } from '~/domain/score/training/frame-of-table.ts';
import { trainWithRepeats } from '~/domain/score/training/train-with-repeats.ts';
import { hashOfFrame } from './firm-frame.ts';
import {
  bandOf,
  impactOf,
  lightAbove,
  lightBelow,
  type MonthCounts,
  psiPpm,
  rankLoans,
  type Thresholds,
} from './month.ts';
import { readOutcomes } from './outcomes.ts';
import { admitStudy, type Limits, noiseOf, releaseOf, releaseSchema } from './release.ts';
import { cardRoles, changeRole, nextRoles } from './role.ts';

const thresholds: Thresholds = {
  psiWatchPpm: 100_000,
  psiActPpm: 250_000,
  aucWatchPpm: 650_000,
  aucActPpm: 600_000,
  ksWatchPpm: 250_000,
  ksActPpm: 200_000,
  leastOutcomes: 50,
  leastBads: 10,
  smallestGroup: 20,
  impactPpm: 800_000,
};
const limits: Limits = {
  smallestGroup: 20,
  leastRows: 200,
  leastBads: 20,
  epsilonMilliPerStudy: 1_000,
  epsilonMilliPerYear: 6_000,
  leastDifference: 20,
};
const month = (parts: Partial<MonthCounts>): MonthCounts => ({
  firms: 100,
  scores: [50, 50],
  characteristics: [],
  outcomes: [],
  aucPpm: null,
  ksPpm: null,
  groups: [],
  ...parts,
});

describe('monitoring', () => {
  test('a month against itself has not moved, and the lights follow the thresholds', () => {
    expect(psiPpm(month({}), month({}))).toBe(0);
    // shares 0.5/0.5 against 0.6/0.4: 0.1·ln(1.2) − 0.1·ln(0.8) = 0.0405
    expect(psiPpm(month({}), month({ scores: [60, 40] }))).toBe(40_547);
    expect([99_999, 100_000, 250_000, 250_001].map((ppm) => lightBelow(ppm, 100_000, 250_000))).toEqual([
      'good',
      'watch',
      'watch',
      'act',
    ]);
    expect(lightAbove(null, 650_000, 600_000)).toBe('unknown');
  });

  test('loans rank only when there are enough of them', () => {
    const loans = Array.from({ length: 60 }, (_, at) => ({ milliPoints: at, isBad: at < 12 }));
    expect(rankLoans(loans, thresholds)).toEqual({ aucPpm: 1_000_000, ksPpm: 1_000_000 });
    expect(rankLoans(loans.slice(0, 49), thresholds)).toEqual({ aucPpm: null, ksPpm: null });
  });

  test('small groups are hidden, and a share below four fifths of the best is marked', () => {
    const groups = [
      { kind: 'kind' as const, key: 'company', firms: 100, passed: 50 },
      { kind: 'kind' as const, key: 'sole-trader', firms: 40, passed: 12 },
      { kind: 'region' as const, key: '6401', firms: 19, passed: 19 },
    ];
    expect(impactOf(month({ groups }), thresholds)).toMatchObject([
      { passPpm: 500_000, ratioPpm: 1_000_000, isLow: false },
      { passPpm: 300_000, ratioPpm: 600_000, isLow: true },
      { firms: null, passPpm: null, ratioPpm: null, isLow: false },
    ]);
  });

  test('every score falls into one band', () => {
    fc.assert(
      fc.property(fc.integer(), (points) => {
        const band = bandOf(points, 0, 1_000_000);
        expect(band).toBeGreaterThanOrEqual(0);
        expect(band).toBeLessThan(20);
      }),
    );
  });

  test('no card becomes champion without having been a challenger, and none comes back from retirement', () => {
    for (const kind of ['rule', 'statistical'] as const) {
      const before = cardRoles.filter((role) => nextRoles(kind, role).includes('champion'));
      expect(before).toEqual(['challenger']);
      expect(nextRoles(kind, 'retired')).toEqual([]);
      expect(changeRole(kind, 'candidate', 'champion').ok).toBe(false);
    }
  });

  test('the rule card that grades firms is never retired by itself; a statistical champion is', () => {
    expect(nextRoles('rule', 'champion')).toEqual([]);
    expect(changeRole('rule', 'champion', 'retired')).toMatchObject({
      refusal: { code: 'modelling.role-closed', from: 'champion', to: 'retired' },
    });
    expect(changeRole('statistical', 'champion', 'retired')).toEqual({ ok: true, value: 'retired' });
  });
});

describe('what a study releases', () => {
  const cases = insist(
    frameOfTable(sampleCases(3_000), {
      label: 'bad',
      badValue: '1',
      id: 'id',
      exclude: ['industry', 'noise'],
      category: [],
      derive: [],
    }),
  );
  const plan = {
    head: { version: 'x', label: { column: 'bad', bad: '1' } },
    split: 'none',
    repeats: 0,
  } as const;
  const { card } = insist(trainWithRepeats(cases.frame, plan));
  const measured = { matched: 3_000, bads: 700, trainAuc: 0.7, testAuc: 0.69, testKs: 0.3, psi: 0.04 };
  const chance = (name: string) => Number.parseInt(sha256(name).slice(0, 12), 16) / 2 ** 48;

  test('fits the allow-list to the letter: no row, no exact count, no code of a firm', () => {
    const released = releaseOf(card, measured, limits, chance);
    expect(releaseSchema.parse(released)).toEqual(released);
    expect(() => releaseSchema.parse({ ...released, rows: [] })).toThrow();
    const bins = released.characteristics.flatMap((part) => part.bins);
    expect(bins.length).toBeGreaterThan(5);
    for (const { firms } of bins)
      if (firms !== null) expect(firms).toBeGreaterThanOrEqual(limits.smallestGroup);
    expect(JSON.stringify(released)).not.toMatch(/firm-\d/);
  });

  test('a bin of few firms stays hidden however high the noise', () => {
    const [first, ...others] = card.characteristics;
    if (first?.kind !== 'bins') throw new Error('the first characteristic has bins');
    const bins = first.bins.map((own, at) => (at === 0 ? { ...own, good: 3, bad: 2 } : own));
    const few = { ...card, characteristics: [{ ...first, bins }, ...others] };
    const [shown] = releaseOf(few, measured, limits, () => 1 - 2 ** -53).characteristics;
    expect(shown?.bins[0]).toMatchObject({ firms: null, badPpm: null, woeCenti: null });
    expect(shown?.bins[1]?.firms).toBeGreaterThan(100);
  });

  test('the two totals have a part of ε each, as a bad firm is counted in both', () => {
    const [only] = card.characteristics.slice(0, 1);
    if (!only) throw new Error('the card has a characteristic');
    const released = releaseOf({ ...card, characteristics: [only] }, measured, limits, () => 0.99);
    const noise = noiseOf(0.99, 1 / 3);
    expect([released.matched, released.bads]).toEqual([3_000 + noise, 700 + noise]);
  });

  test('the hash of a frame tells every change of a row, and nothing of their order', () => {
    const frame = {
      columns: [
        { kind: 'number' as const, name: 'years', factor: 1, values: Float64Array.from([3, Number.NaN]) },
      ],
      bad: Uint8Array.from([0, 1]),
      ids: ['b', 'a'],
    };
    const other = (parts: Partial<typeof frame>) => hashOfFrame({ ...frame, ...parts });
    const values = (...of: number[]) => [{ ...frame.columns[0], values: Float64Array.from(of) }] as never;
    const turned = { columns: values(Number.NaN, 3), bad: Uint8Array.from([1, 0]), ids: ['a', 'b'] };
    expect(hashOfFrame(turned)).toBe(hashOfFrame(frame));
    const others = [
      other({ columns: values(4, Number.NaN) }),
      other({ columns: values(3, 0) }),
      other({ bad: Uint8Array.from([1, 1]) }),
      other({ ids: ['b', 'c'] }),
    ];
    expect(new Set([hashOfFrame(frame), ...others]).size).toBe(5);
  });

  test('asking the same again tells nothing new', () => {
    expect(releaseOf(card, measured, limits, chance)).toEqual(releaseOf(card, measured, limits, chance));
  });

  test('noise is symmetric, and one firm more changes the chance of an answer by e^ε at most', () => {
    const epsilon = 0.5;
    const n = 200_000;
    const seen = new Map<number, number>();
    for (let i = 0; i < n; i += 1) {
      const noise = noiseOf((i + 0.5) / n, epsilon);
      seen.set(noise, (seen.get(noise) ?? 0) + 1);
    }
    for (let k = -6; k < 6; k += 1) {
      const ratio = (seen.get(k) ?? 0) / (seen.get(k + 1) ?? 1);
      expect(Math.abs(Math.log(ratio))).toBeLessThan(epsilon * 1.05);
    }
    expect(Math.abs((seen.get(3) ?? 0) - (seen.get(-3) ?? 0))).toBeLessThan(n / 1_000);
  });

  test('a study that differs from an earlier one by a few firms is not answered; the same one and a far one are', () => {
    const marks = (from: number, to: number, joined: string | null = `${from}-${to}`) => ({
      marks: new Set(Array.from({ length: to - from }, (_, at) => `m${from + at}`)),
      joined,
    });
    const before = [marks(0, 300)];
    expect(admitStudy(marks(0, 300), 50, before, limits).ok).toBe(true);
    const changed = marks(0, 300, 'a sheet changed');
    expect(admitStudy(changed, 50, before, limits)).toMatchObject({
      refusal: { code: 'modelling.too-close' },
    });
    expect(admitStudy(marks(0, 300), 50, [marks(0, 300, null)], limits).ok).toBe(false);
    expect(admitStudy(marks(0, 301), 50, before, limits)).toMatchObject({
      refusal: { code: 'modelling.too-close' },
    });
    expect(admitStudy(marks(1, 301), 50, before, limits)).toMatchObject({
      refusal: { code: 'modelling.too-close' },
    });
    expect(admitStudy(marks(10, 310), 50, before, limits).ok).toBe(true);
    expect(admitStudy(marks(0, 199), 50, [], limits)).toMatchObject({
      refusal: { code: 'modelling.too-few-rows' },
    });
    expect(admitStudy(marks(0, 300), 281, [], limits)).toMatchObject({
      refusal: { code: 'modelling.too-few-rows' },
    });
  });
});

test.each([
  ['', 'modelling.file-empty'],
  ['code,label\n', 'modelling.file-empty'],
  ['91640104MAXX00015D,2', 'modelling.file-empty'],
  ['code,label\n91640104MAXX00015D,2', 'modelling.file-line'],
  ['code,label\n123,1', 'modelling.file-line'],
  ['91640104MAXX00015D,1\n91640104maxx00015d,0', 'modelling.firm-twice'],
])('a file %j is refused with %s', (text, code) => {
  expect(readOutcomes(text)).toMatchObject({ ok: false, refusal: { code } });
});
