import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yuan } from '~/domain/kernel/money.ts';
import { tiers } from '~/domain/loan/five-tier.ts';
import { bandOf, dpdBands, hiddenIn, type QualityCell, qualityOf } from '~/domain/loan/quality.ts';

const cell = (tier: QualityCell['tier'], dpd: number, balance: number, loans = 1): QualityCell => ({
  tier,
  band: bandOf(dpd),
  loans,
  balance: yuan(balance),
  observed: 0,
  curing: 0,
  inPeriod: 0,
});

describe('the quality of a portfolio', () => {
  it('is the non-performing balance over all loans', () => {
    const quality = qualityOf([
      cell('normal', 0, 900_000, 9),
      cell('special-mention', 12, 40_000),
      cell('substandard', 95, 30_000),
      cell('doubtful', 280, 20_000),
      cell('loss', 400, 10_000),
    ]);
    expect(quality.nonPerforming).toEqual({ loans: 3, balance: yuan(60_000) });
    expect(quality.nplPpm).toBe(60_000);
    expect(quality.specialMentionPpm).toBe(40_000);
    expect(quality.overdue90ToNplPpm).toBe(1_000_000);
    expect(quality.total).toEqual({ loans: 13, balance: yuan(1_000_000) });
  });

  it('does not hide a bad loan that is paid again: class and arrears are counted apart', () => {
    const quality = qualityOf([cell('substandard', 0, 50_000), cell('normal', 0, 50_000)]);
    expect(quality.nplPpm).toBe(500_000);
    expect(quality.overdue90ToNplPpm).toBe(0);
    expect(quality.byBand[0]?.loans).toBe(2);
  });

  it('has no ratio to bad loans where none is bad, and divides nothing by nothing', () => {
    expect(qualityOf([])).toMatchObject({ nplPpm: 0, specialMentionPpm: 0, overdue90ToNplPpm: null });
  });

  it.each([
    [0, 0],
    [1, 1],
    [30, 1],
    [31, 2],
    [90, 3],
    [91, 4],
    [270, 5],
    [271, 6],
    [361, 7],
    [4_000, 7],
  ])('puts %i days past due into band %i', (dpd, band) => {
    expect(bandOf(dpd)).toBe(band);
  });

  it('counts every loan once by class and once by band', () => {
    const cells = fc.array(
      fc.record({
        tier: fc.constantFrom(...tiers),
        band: fc.nat({ max: dpdBands.length - 1 }),
        loans: fc.nat({ max: 1_000 }),
        balance: fc.nat({ max: 10_000_000 }).map((n) => yuan(n)),
        observed: fc.constant(0),
        inPeriod: fc.constant(0),
        curing: fc.constant(0),
      }),
    );
    fc.assert(
      fc.property(cells, (portfolio) => {
        const { total, byTier, byBand, nplPpm } = qualityOf(portfolio);
        const all = (counts: readonly { loans: number; balance: bigint }[]) => ({
          loans: counts.reduce((n, c) => n + c.loans, 0),
          balance: counts.reduce((n, c) => n + c.balance, 0n),
        });
        expect(all(Object.values(byTier))).toEqual(total);
        expect(all(byBand)).toEqual(total);
        expect(nplPpm).toBeGreaterThanOrEqual(0);
        expect(nplPpm).toBeLessThanOrEqual(1_000_000);
      }),
    );
  });
});

describe('what a reader of statistics gets', () => {
  const loans = (counts: readonly number[]) =>
    qualityOf(
      tiers.flatMap((tier, at) => (counts[at] ? [cell(tier, at * 40, counts[at] * 1_000, counts[at])] : [])),
    );

  it.each([
    [[30, 0, 3, 0, 0], 'one small class: the sum with it, and a large one in its stead'],
    [[30, 20, 3, 10, 9], 'a small class among large ones'],
    [[30, 3, 8, 9, 0], 'a small class outside the non-performing'],
    [[30, 9, 1, 2, 0], 'a small sum'],
  ])('%j: no small figure follows (%s)', (counts) => expect(small(counts)).toEqual([]));

  it('never lets a small class or sum be told from what is shown', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.tuple(count, count, count, count, count), (counts) => {
        expect(small(counts)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  /** Small figures that have one value in every portfolio which would look the same, by trying all near ones. */
  function small(counts: readonly number[]): string[] {
    const hidden = hiddenIn(loans(counts));
    const total = counts.reduce((n, each) => n + each, 0);
    const bad = (of: readonly number[]) => (of[2] ?? 0) + (of[3] ?? 0) + (of[4] ?? 0);
    const alike: number[][] = [];
    const go = (at: number, left: number, so: number[]) => {
      if (at === tiers.length) {
        if (left === 0 && (hidden.nonPerforming || bad(so) === bad(counts))) alike.push(so);
        return;
      }
      if (!hidden.byTier[at]) return go(at + 1, left - (counts[at] ?? 0), [...so, counts[at] ?? 0]);
      for (let n = 1; n <= left; n += 1) go(at + 1, left - n, [...so, n]);
    };
    // Of a total that is kept back nothing is known: it can be any one near this.
    for (const all of hidden.total ? [total, total + 1, total + 2] : [total]) go(0, all, []);
    const told = (of: (so: readonly number[]) => number) => new Set(alike.map(of)).size === 1;
    const few = (n: number) => n > 0 && n < 5;
    return [
      ...tiers.filter((_, at) => few(counts[at] ?? 0) && told((so) => so[at] ?? 0)),
      ...(few(bad(counts)) && told(bad) ? ['non-performing'] : []),
    ];
  }
});
