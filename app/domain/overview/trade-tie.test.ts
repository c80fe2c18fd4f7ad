import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { PortraitTie } from './portrait.ts';
import { type Dealing, groupOf, tradeTies } from './trade-tie.ts';

const key = fc.constantFrom('a', 'b', 'c', 'd');
const dealing: fc.Arbitrary<Dealing> = fc.record({
  seller: key,
  buyer: key,
  source: fc.constantFrom('award', 'confirmed'),
  amount: fc.option(fc.bigInt({ min: 0n, max: 10n ** 13n }).map(fen)),
  on: fc.option(fc.integer({ min: 0, max: 900 }).map((n) => addDays(day('2024-01-01'), n))),
});

test('ties of trade neither lose nor add a dealing or a fen, one for each pair and source', () => {
  fc.assert(
    fc.property(fc.array(dealing, { maxLength: 40 }), (dealings) => {
      const ties = tradeTies(dealings);
      const keys = ties.map(({ from, to, trade }) => `${from} ${to} ${trade?.source}`);
      expect(new Set(keys).size).toBe(ties.length);
      expect(ties.reduce((sum, { trade }) => sum + (trade?.count ?? 0), 0)).toBe(dealings.length);
      const whole = ties.reduce((sum, { trade }) => sum + BigInt(trade?.amountFen ?? 0), 0n);
      expect(whole).toBe(dealings.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n));
      for (const { since, trade } of ties) expect((since ?? '') <= (trade?.latest ?? '')).toBe(true);
    }),
  );
});

test('an amount that no record names is unknown, not nothing', () => {
  const one = { seller: 'a', buyer: 'b', source: 'award', amount: null, on: null } as const;
  expect(tradeTies([one])[0]?.trade).toEqual({ source: 'award', count: 1, amountFen: null, latest: null });
});

const tie = (from: string, to: string, kind: PortraitTie['kind']) => ({ from, to, kind });

test('a group is what shares, control and guarantees connect; a customer is no member, however it is drawn', () => {
  const ties = [
    tie('self', 'owner', 'controller'),
    tie('sister', 'owner', 'controller'),
    tie('sister', 'far', 'guarantee'),
    tie('self', 'customer', 'trade'),
    tie('customer', 'its owner', 'shareholder'),
  ];
  expect([...groupOf('self', ties)].sort()).toEqual(['far', 'owner', 'self', 'sister']);
});

test('adding trade to any graph changes no group', () => {
  const kinds = fc.constantFrom('controller', 'shareholder', 'guarantee', 'legal-representative');
  const bond = fc
    .tuple(key, key, kinds)
    .map(([from, to, kind]) => tie(from, to, kind as PortraitTie['kind']));
  const trade = fc.tuple(key, key).map(([from, to]) => tie(from, to, 'trade'));
  fc.assert(
    fc.property(fc.array(bond), fc.array(trade), (bonds, trades) => {
      expect(groupOf('a', [...trades, ...bonds])).toEqual(groupOf('a', bonds));
    }),
  );
});
