import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryFact, arbitraryFacts, negativeItems } from '#tests/factories/arbitrary-fact.ts';
import { aFact, card, featuresOf, openScope, publicScope } from '#tests/factories/feature.ts';
import type { FeatureFact } from '~/domain/feature/definition.ts';
import { featureCodes } from '~/domain/feature/definitions.ts';
import { day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import { type Card, cardHash, cardSchema, faultsOf } from './card.ts';
import { scoreFirm, scoreLines } from './score.ts';
import { gradeOf, parseReason, reasonCode } from './sheet.ts';

const registered = aFact('registration.profile', { occurredOn: day('2015-05-01'), category: 'active' });
const sheetOf = (facts: readonly FeatureFact[], scope = openScope) =>
  scoreFirm(card, featuresOf([registered, ...facts], scope));
const only = (...items: string[]) => ({
  ...publicScope,
  supplies: new Map([...publicScope.supplies].filter(([item]) => items.includes(item))),
});

describe('the published card', () => {
  test('has no faults, and its hash does not depend on the order of its keys', () => {
    expect(faultsOf(card, featureCodes)).toEqual([]);
    const turned = cardSchema.parse(Object.fromEntries(Object.entries(card).reverse()));
    expect(cardHash(turned)).toBe(cardHash(card));
  });

  const [first, ...others] = card.dimensions as [Card['dimensions'][number], ...Card['dimensions']];
  const [indicator, ...rest] = first.indicators as [
    (typeof first.indicators)[number],
    ...typeof first.indicators,
  ];
  const withFirst = (change: Partial<typeof indicator>): Card => ({
    ...card,
    dimensions: [{ ...first, indicators: [{ ...indicator, ...change }, ...rest] }, ...others],
  });
  test.each([
    ['a feature that nobody defines', withFirst({ feature: 'luck' }), 'no feature luck'],
    ['weights that do not tie', withFirst({ max: 45_001 }), 'compliance does not sum to 250000'],
    [
      'points against the direction',
      withFirst({ direction: 'up' }),
      'penalty-serious-36m: points against up',
    ],
    [
      'an unknown that is not neutral',
      withFirst({ unknown: 0 }),
      'penalty-serious-36m: the unknown is not neutral',
    ],
    ['grades that do not fall', { ...card, grades: [...card.grades].reverse() }, 'grades out of order'],
  ])('is refused with %s', (_, broken, fault) => {
    expect(faultsOf(broken, featureCodes)).toContain(fault);
  });
});

test.each([
  [900_000, 'A+'],
  [899_999, 'A'],
  [800_000, 'A'],
  [799_999, 'B'],
  [699_999, 'C'],
  [600_000, 'C'],
  [599_999, 'D'],
  [0, 'D'],
])('%i milli-points are %s', (points, grade) => expect(gradeOf(card, points)).toBe(grade));

describe('a sheet', () => {
  test('of a clean firm on public records alone is fair and says how much is known', () => {
    const sheet = sheetOf([], publicScope);
    expect(sheet).toMatchObject({ grade: 'B', milliPoints: 778_000, veto: null });
    expect(sheet.coveragePpm).toBeGreaterThan(600_000);
    expect(sheet.reasons).toContainEqual({ kind: 'unknown', gap: 'not-consented' });
  });

  test('below the floor gives no score and no D, only what would make it sufficient', () => {
    const sheet = sheetOf(
      [aFact('court.enforcement', { amount: fen(900_000_000) })],
      only('court.enforcement', 'court.judgment'),
    );
    expect(sheet).toMatchObject({ grade: 'insufficient', milliPoints: null, dimensionMilli: [] });
    expect(sheet.reasons).toEqual([
      { kind: 'unknown', gap: 'not-consented' },
      { kind: 'unknown', gap: 'not-supplied' },
    ]);
  });

  test.each([
    ['serious-dishonesty', aFact('list.serious-dishonesty')],
    ['dishonest-debtor', aFact('court.dishonesty')],
    ['revoked', aFact('registration.profile', { category: 'revoked' })],
    ['debt-evasion', aFact('finance.debt-evasion')],
  ])('is vetoed by %s, quotes the record, and is free again without it', (code, record) => {
    expect(sheetOf([record])).toMatchObject({ grade: 'D', veto: { code, factId: record.id } });
    expect(sheetOf([record]).reasons[0]).toEqual({ kind: 'veto', code });
    expect(sheetOf([]).veto).toBeNull();
    expect(sheetOf([{ ...record, endedOn: day('2026-11-01') }]).veto).toBeNull();
  });

  test('vetoes stand above the floor: a list entry is no missing information', () => {
    const sheet = sheetOf([aFact('list.serious-dishonesty')], only('list.serious-dishonesty'));
    expect(sheet).toMatchObject({ grade: 'D', milliPoints: null });
  });

  test('names what lowered it most first and never more than four reasons', () => {
    const troubled = [
      aFact('list.abnormal-operation'),
      aFact('court.dishonesty'),
      aFact('court.enforcement', { amount: fen(2_000_000) }),
      aFact('tax.arrears', { amount: fen(124_000) }),
      aFact('labour.wage-arrears'),
    ];
    expect(sheetOf(troubled, publicScope).reasons).toEqual([
      { kind: 'veto', code: 'dishonest-debtor' },
      { kind: 'lost', feature: 'abnormal-list-in-force' },
      { kind: 'lost', feature: 'wage-arrears-in-force' },
      { kind: 'unknown', gap: 'not-consented' },
    ]);
  });

  test('can be laid out again from the values it stores', () => {
    const sheet = sheetOf([aFact('tax.arrears', { amount: fen(124_000) })]);
    const again = scoreLines(
      card,
      sheet.features.map((value) => ({ value, gap: null })),
    );
    expect(again.map((l) => l.points)).toEqual(sheet.lines.map((l) => l.points));
  });
});

describe('for any facts', () => {
  test('the lines sum to the total, by dimension and in whole milli-points', () => {
    fc.assert(
      fc.property(arbitraryFacts(), (facts) => {
        const sheet = sheetOf(facts);
        const sum = sheet.lines.reduce((total, line) => total + line.points, 0);
        expect(sheet.milliPoints).toBe(sum);
        expect(sheet.dimensionMilli.reduce((a, b) => a + b)).toBe(sum);
        expect(
          sheet.lines.every((l) => Number.isInteger(l.points) && l.points >= 0 && l.points <= l.max),
        ).toBe(true);
      }),
    );
  });

  test('the same input gives the same sheet, in whatever order the facts come', () => {
    fc.assert(
      fc.property(arbitraryFacts(), (facts) => {
        expect(sheetOf([...facts].reverse())).toEqual(sheetOf(facts));
      }),
    );
  });

  test('one more negative record never raises the score', () => {
    fc.assert(
      fc.property(arbitraryFacts(), arbitraryFact(negativeItems), (facts, bad) => {
        expect(sheetOf([...facts, bad]).milliPoints).toBeLessThanOrEqual(sheetOf(facts).milliPoints ?? 0);
      }),
      { numRuns: 400 },
    );
  });

  test('what is unknown can make no D, and lifts nobody above B while half of the weight is unknown', () => {
    fc.assert(
      fc.property(fc.subarray(card.dimensions.flatMap((d) => d.indicators)), (seen) => {
        const best = new Map(seen.map((i) => [i.feature, i.direction === 'down' ? 0 : 1_000_000_000]));
        const features = featuresOf([]).map((f, i) => {
          const code =
            [...card.dimensions.flatMap((d) => d.indicators.map((x) => x.feature)), ...card.observed][i] ??
            '';
          return { ...f, value: best.get(code) ?? null, gap: best.has(code) ? null : ('no-record' as const) };
        });
        const sheet = scoreFirm(card, features);
        expect(sheet.grade).not.toBe('D');
        if (sheet.coveragePpm < 500_000) expect(['insufficient', 'B', 'C']).toContain(sheet.grade);
      }),
    );
  });

  test('there are at most four reasons, and each survives being stored', () => {
    fc.assert(
      fc.property(
        arbitraryFacts(),
        fc.constantFrom(openScope, publicScope, only('court.judgment')),
        (facts, scope) => {
          const { reasons } = sheetOf(facts, scope);
          expect(reasons.length).toBeLessThanOrEqual(4);
          expect(reasons.map((r) => parseReason(reasonCode(r)))).toEqual(reasons);
        },
      ),
    );
  });
});
