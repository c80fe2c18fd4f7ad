import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fen, fen, plus, zeroFen } from '~/domain/kernel/money.ts';
import { type Cover, contagionFrom, mostHops } from './contagion.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
const cover = (guarantor: string, debtor: string, limit: bigint | null = null): Cover => ({
  guarantor,
  debtor,
  limit: limit === null ? null : fen(limit),
});
const owed = (debts: Readonly<Record<string, bigint>>) =>
  new Map(Object.entries(debts).map(([key, amount]) => [key, fen(amount)]));

const covers = fc.array(
  fc
    .record({
      guarantor: fc.constantFrom(...names),
      debtor: fc.constantFrom(...names),
      limit: fc.option(fc.bigInt({ min: 0n, max: 10_000n })),
    })
    .map(({ guarantor, debtor, limit }) => cover(guarantor, debtor, limit)),
  { maxLength: 25 },
);
const debts = fc
  .dictionary(fc.constantFrom(...names), fc.bigInt({ min: 0n, max: 10_000n }))
  .map((amounts) => owed(amounts));
const sumOf = (amounts: Iterable<Fen>): Fen => plus(zeroFen, ...amounts);

describe('what a default brings about', () => {
  test('a chain is followed over three guarantees and no further', () => {
    const chain = [cover('b', 'a'), cover('c', 'b'), cover('d', 'c'), cover('e', 'd')];
    const found = contagionFrom('a', chain, owed({ a: 100n, b: 50n, c: 30n, d: 20n, e: 10n }));
    expect(found.reached.map(({ firm, hop }) => [firm, hop])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 3],
    ]);
    expect(found.atRisk).toEqual([100n, 150n, 180n, 200n]);
    expect(found.calls.map(({ guarantor, amount }) => [guarantor, amount])).toEqual([
      ['b', 100n],
      ['c', 50n],
      ['d', 30n],
    ]);
  });

  test('two firms that stand for each other: the debt of each counts once', () => {
    const found = contagionFrom('a', [cover('a', 'b'), cover('b', 'a')], owed({ a: 100n, b: 70n }));
    expect(found.atRisk).toEqual([100n, 170n, 170n, 170n]);
    expect(found.calls).toEqual([{ guarantor: 'b', debtor: 'a', hop: 1, amount: 100n }]);
    expect(found.uncovered).toEqual([{ guarantor: 'a', debtor: 'b', hop: 1, amount: 70n }]);
  });

  test('each of two guarantors is called on for the whole, up to its limit; several covers of one add up to the debt at most', () => {
    const found = contagionFrom(
      'a',
      [cover('b', 'a', 30n), cover('b', 'a', 90n), cover('c', 'a', 40n)],
      owed({ a: 100n }),
    );
    expect(found.calls.map(({ guarantor, amount }) => [guarantor, amount])).toEqual([
      ['b', 100n],
      ['c', 40n],
    ]);
    expect(found.atRisk.at(-1)).toBe(100n);
  });

  test('a firm of which no debt is known still passes the default on', () => {
    const found = contagionFrom('a', [cover('b', 'a'), cover('c', 'b')], owed({ a: 100n, c: 5n }));
    expect(found.reached.map(({ firm, called, debt }) => [firm, called, debt])).toEqual([
      ['a', 0n, 100n],
      ['b', 100n, 0n],
      ['c', 0n, 5n],
    ]);
  });

  test('property: the order of the covers does not matter', () => {
    fc.assert(
      fc.property(
        covers.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        debts,
        ([all, shuffled], owing) => {
          expect(contagionFrom('a', shuffled, owing)).toEqual(contagionFrom('a', all, owing));
        },
      ),
    );
  });

  test('property: each firm once, its debt once, no call above the debt, and no risk above all debts', () => {
    fc.assert(
      fc.property(covers, debts, (all, owing) => {
        const { reached, calls, atRisk } = contagionFrom('a', all, owing);
        expect(new Set(reached.map(({ firm }) => firm)).size).toBe(reached.length);
        expect(new Set(calls.map(({ guarantor, debtor }) => guarantor + debtor)).size).toBe(calls.length);
        for (const { debtor, amount, guarantor } of calls) {
          expect(amount <= (owing.get(debtor) ?? 0n)).toBe(true);
          expect(guarantor).not.toBe('a');
        }
        expect(sumOf(reached.map(({ debt }) => debt))).toBe(atRisk.at(-1));
        for (const [i, sum] of atRisk.entries()) expect(sum >= (atRisk[i - 1] ?? 0n)).toBe(true);
        expect((atRisk.at(-1) as Fen) <= sumOf(owing.values())).toBe(true);
        for (const each of reached)
          expect(each.called).toBe(
            sumOf(calls.filter(({ guarantor }) => guarantor === each.firm).map(({ amount }) => amount)),
          );
      }),
    );
  });

  test('property: a hop is the length of the shortest way, worked out by trying all ways', () => {
    const waysTo = (firm: string, all: readonly Cover[], steps: number): boolean =>
      steps === 0
        ? firm === 'a'
        : all.some(({ guarantor, debtor }) => guarantor === firm && waysTo(debtor, all, steps - 1));
    fc.assert(
      fc.property(covers, (all) => {
        const { reached } = contagionFrom('a', all, new Map());
        for (const firm of names) {
          const shortest = [0, 1, 2, 3].find((steps) => waysTo(firm, all, steps));
          expect(reached.find((each) => each.firm === firm)?.hop).toBe(shortest);
        }
        expect(Math.max(...reached.map(({ hop }) => hop))).toBeLessThanOrEqual(mostHops);
      }),
    );
  });

  test('property: another cover never lowers what is at risk', () => {
    fc.assert(
      fc.property(covers, covers, debts, (some, more, owing) => {
        const [before, after] = [
          contagionFrom('a', some, owing),
          contagionFrom('a', [...some, ...more], owing),
        ];
        for (const [i, sum] of before.atRisk.entries()) expect((after.atRisk[i] as Fen) >= sum).toBe(true);
      }),
    );
  });
});
