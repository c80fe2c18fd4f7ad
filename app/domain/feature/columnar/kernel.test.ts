import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryFact } from '#tests/factories/arbitrary-fact.ts';
import { arbitraryScope } from '#tests/factories/arbitrary-scope.ts';
import { columnsOf, type PlacedFact } from '#tests/factories/columns.ts';
import { aFact, openScope, profiles } from '#tests/factories/feature.ts';
import { computeFeatures, openLens } from '~/domain/feature/compute.ts';
import type { FeatureFact } from '~/domain/feature/definition.ts';
import { featureDefinition, featureDefinitions } from '~/domain/feature/definitions.ts';
import type { Scope } from '~/domain/feature/scope.ts';
import { day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import { allocateColumns, copyRows, momentsSeen } from './columns.ts';
import { foldRows, newRemains } from './fold.ts';
import { settleFirm } from './settle.ts';
import { compileTape, gaps } from './tape.ts';

const definitions = featureDefinitions;
/** Five moments of learning, a day apart, the last on the day of the tests. */
const moments = [0, 1, 2, 3, 4, 5];

type Asked = { readonly scope: Scope; readonly isOwnSet: boolean; readonly at: number };

/** The kernel's answer for firms whose rows lie one after the other. */
function fromKernel(firms: readonly (readonly PlacedFact[])[], { scope, isOwnSet, at }: Asked) {
  const { columns, codes } = columnsOf(firms.flat());
  const tape = compileTape(openLens(definitions, profiles, scope), codes, isOwnSet);
  const remains = newRemains(tape.features);
  const answers = { values: new Float64Array(tape.features), gaps: new Uint8Array(tape.features) };
  const seen = momentsSeen(moments, at);
  let from = 0;
  return firms.map(({ length }) => {
    foldRows(tape, columns, from, from + length, seen, remains);
    settleFirm(tape, columns, remains, answers, 0);
    from += length;
    return definitions.map(({ code }, f) => {
      const gap = gaps[answers.gaps[f] as number] ?? null;
      return { code, value: gap === null ? (answers.values[f] as number) : null, gap };
    });
  });
}

/** The answer of the rule as it is written for one firm. */
function fromRule(facts: readonly PlacedFact[], { scope, isOwnSet, at }: Asked) {
  const live = facts.filter(({ known = 1, gone = 0 }) => known <= at && (gone === 0 || gone > at));
  const isIdentified = isOwnSet || live.some(({ item }) => item === 'registration.profile');
  const set = computeFeatures(openLens(definitions, profiles, scope), live, isIdentified);
  return set.map(({ value, gap }, f) => ({ code: definitions[f]?.code, value, gap }));
}

const placed: fc.Arbitrary<PlacedFact> = fc
  .tuple(arbitraryFact(), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 5 }))
  .map(([fact, known, later]) => ({ ...fact, known, gone: later === 0 ? 0 : Math.max(known, later) }));
const firms = fc.array(fc.array(placed, { maxLength: 40 }), { minLength: 1, maxLength: 4 });
const asked: fc.Arbitrary<Asked> = fc.record({
  scope: fc.oneof(arbitraryScope, fc.constant(openScope)),
  isOwnSet: fc.boolean(),
  at: fc.integer({ min: 0, max: 5 }),
});

describe('the kernel', () => {
  test('says of every firm, day, consent and moment what the rule says', () => {
    fc.assert(
      fc.property(firms, asked, (rows, question) => {
        expect(fromKernel(rows, question)).toEqual(rows.map((own) => fromRule(own, question)));
      }),
      { numRuns: 300 },
    );
  });

  test('does not mind the order of rows', () => {
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 30 }), asked, fc.nat(), (rows, question, turn) => {
        const turned = rows.map((_, i) => rows[(i + turn) % rows.length] as PlacedFact).reverse();
        expect(fromKernel([turned], question)).toEqual(fromKernel([rows], question));
      }),
      { numRuns: 100 },
    );
  });

  const everything: Asked = { scope: openScope, isOwnSet: true, at: 5 };
  const answerTo = (code: string, facts: readonly FeatureFact[]) =>
    fromKernel([facts], everything)[0]?.find((each) => each.code === code)?.value;

  test('takes the greater id of two facts of one day', () => {
    const figure = (id: string, amount: number) =>
      aFact('registration.annual-figures', { id, category: 'revenue', amount: fen(amount) });
    const [low, high] = ['0b000000-0000-4000-8000-000000000001', '0b000000-0000-4000-8000-0000000000a0'];
    expect(answerTo('revenue-reported', [figure(high, 7), figure(low, 9)])).toBe(7);
    expect(answerTo('revenue-reported', [figure(low, 9), figure(high, 7)])).toBe(7);
  });

  test('rounds a trend half away from zero and keeps great sums exact', () => {
    const months = (year: number, amounts: readonly bigint[]) =>
      amounts.map((amount, i) =>
        aFact('tax.payment', {
          id: `00000000-0000-4000-8000-${String(year * 100 + i).padStart(12, '0')}`,
          occurredOn: day(`${year}-0${7 + i}-01`),
          amount: fen(amount),
        }),
      );
    const rows = (now: bigint, then: bigint) => [
      ...months(2026, [now, now, now]),
      ...months(2025, [then, then, then]),
    ];
    for (const [now, then] of [
      [3n, 2n],
      [1_999_999n, 2_000_000n],
      [400_000_000_000_001n, 399_999_999_999_999n],
      [2n, 3_000_000n],
    ] as const)
      expect(answerTo('tax-trend', rows(now, then))).toBe(
        fromRule(rows(now, then), everything).find(({ code }) => code === 'tax-trend')?.value,
      );
  });

  test('refuses months that do not fit its masks', () => {
    const long = { ...featureDefinition('social-months-12m'), months: 31 };
    expect(() => compileTape(openLens([long], profiles, openScope), [], true)).toThrow(RangeError);
  });

  test('rows are copied with every column', () => {
    const { columns } = columnsOf([
      aFact('tax.payment', { id: 'ffffffff-ffff-4fff-8fff-ffffffffffff', amount: fen(5) }),
    ]);
    const copy = allocateColumns(3);
    copyRows(columns, 0, 1, copy, 2);
    expect([copy.amount[2], copy.id[32], copy.id[31], copy.day[2]]).toEqual([5, 255, 0, columns.day[0]]);
  });
});
