import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Figure, toldOf } from '#tests/sum-attack.ts';
import { dpdBands } from '~/domain/loan/quality.ts';
import { hiddenIn, type QualityHidden } from '~/domain/loan/quality-hidden.ts';

const longFrom = dpdBands.indexOf(91);
/** A firm with one loan: its lender, class and band. */
type Loan = readonly [lender: number, tier: number, band: number];
const lenders = 3;
const partOf = (tier: number) => Math.min(tier, 2);
const each = (n: number) => Array.from({ length: n }, (_, at) => at);

function firmsOf(loans: readonly Loan[]) {
  const counted = (is: (loan: Loan) => boolean) => {
    const firms = loans.filter(is).length;
    return { firms, once: firms };
  };
  return {
    lenders: each(lenders).map((lender) =>
      each(3).map((part) => counted(([l, tier]) => l === lender && partOf(tier) === part)),
    ),
    tiers: each(5).map((at) => counted(([, tier]) => tier === at)),
    bands: each(dpdBands.length).map((at) => counted(([, , band]) => band === at)),
    longFrom,
    periods: [],
  };
}

/** What stands on the page under one name each, and how its figures add up. */
function pageOf(loans: readonly Loan[], hidden: QualityHidden) {
  const of = firmsOf(loans);
  const figures = new Map<string, Figure>();
  const put = (name: string, n: number, isHidden: boolean) => figures.set(name, { n, isHidden });
  const sums: string[][] = [];
  of.lenders.forEach((parts, l) => {
    const all = parts.reduce((sum, { firms }) => sum + firms, 0);
    const hides = hidden.lenders[l];
    // A lender that is not broken out shows none of its parts.
    put(`lender ${l}`, all, all > 0 && (hides?.total ?? false));
    parts.forEach(({ firms }, p) => {
      put(`lender ${l} part ${p}`, firms, firms > 0 && ((hides?.total || hides?.parts[p]) ?? false));
    });
    sums.push([`lender ${l}`, ...each(3).map((p) => `lender ${l} part ${p}`)]);
  });
  of.tiers.forEach(({ firms }, tier) => {
    put(`tier ${tier}`, firms, hidden.byTier[tier] ?? false);
  });
  const bad = of.tiers.slice(2).reduce((sum, { firms }) => sum + firms, 0);
  put('bad', bad, hidden.nonPerforming && bad > 0);
  of.bands.forEach(({ firms }, band) => {
    put(`band ${band}`, firms, hidden.byBand[band] ?? false);
  });
  put('total', loans.length, hidden.total);
  const parts = ['tier 0', 'tier 1', 'bad'];
  parts.forEach((name, p) => {
    sums.push([name, ...each(lenders).map((l) => `lender ${l} part ${p}`)]);
  });
  sums.push(['bad', 'tier 2', 'tier 3', 'tier 4'], ['total', ...parts]);
  sums.push(['total', ...each(lenders).map((l) => `lender ${l}`)]);
  sums.push(['total', ...each(dpdBands.length).map((band) => `band ${band}`)]);
  return { figures, sums };
}

const told = (loans: readonly Loan[]) => {
  const { figures, sums } = pageOf(loans, hiddenIn(firmsOf(loans)));
  return toldOf(figures, sums);
};

const many = (n: number, loan: Loan): Loan[] => each(n).map(() => loan);

describe('what a reader of statistics gets', () => {
  it.each([
    ['one small class', [...many(30, [0, 0, 0]), ...many(3, [0, 2, 4])]],
    [
      'a small class among large ones',
      [...many(60, [0, 0, 0]), ...many(20, [1, 1, 1]), ...many(3, [1, 2, 4])],
    ],
    ['a small sum of two classes', [...many(60, [0, 0, 0]), ...many(2, [1, 3, 5]), ...many(3, [1, 2, 4])]],
    ['a lender with few', [...many(60, [0, 0, 0]), ...many(40, [1, 0, 0]), ...many(2, [2, 0, 0])]],
    ['small bands', [...many(60, [0, 0, 0]), ...many(2, [1, 0, 1]), ...many(1, [1, 0, 2])]],
  ] as [string, Loan[]][])('%s is not told', (_, loans) => expect(told(loans)).toEqual([]));

  it('large figures are all shown', () => {
    const loans = [
      ...many(40, [0, 0, 0]),
      ...many(9, [0, 1, 1]),
      ...many(30, [1, 0, 0]),
      ...many(8, [1, 2, 4]),
    ];
    const hidden = hiddenIn(firmsOf(loans));
    expect([hidden.total, hidden.nonPerforming, ...hidden.byTier, ...hidden.byBand]).not.toContain(true);
    expect(hidden.lenders.flatMap(({ total, parts }) => [total, ...parts])).not.toContain(true);
  });

  it('never lets a small figure be told from what is shown, whatever the loans', () => {
    const one = fc.tuple(
      fc.nat(lenders - 1),
      fc.oneof(fc.constant(0), fc.nat(4)),
      fc.oneof(fc.constant(0), fc.nat(dpdBands.length - 1)),
    );
    const loans = fc
      .array(fc.tuple(one, fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 30 }))), {
        maxLength: 12,
      })
      .map((all) => all.flatMap(([loan, n]) => many(n, loan)));
    fc.assert(
      fc.property(loans, (all) => {
        expect(told(all)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
