import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { familiesOf, partOfUse } from './part-of-use.ts';
import { checkSuccession, type Succession, successionKinds, successorsOf } from './succession.ts';

const firm = (no: number) => `firm-${no}` as EnterpriseId;
const first = day('2026-01-01');
const on = (days: number) => addDays(first, days);
const edge = (
  kind: Succession['kind'],
  from: number,
  to: number,
  days: number,
  share?: number,
): Succession => ({
  ...{ kind, from: firm(from), to: firm(to), effectiveOn: on(days) },
  share: share === undefined ? null : ppm(share),
});
const part = (edges: Succession[], from: number, since: number, against: number, at = 300) =>
  partOfUse(edges, { firm: firm(from), since: on(since) }, firm(against), on(at));

describe('what counts against a cap', () => {
  const merger = [edge('merge', 1, 2, 100)];
  const spinOff = [edge('spin-off', 1, 2, 100, 300_000)];
  const division = [edge('split', 1, 2, 100, 600_000), edge('split', 1, 3, 100, 400_000)];
  test.each([
    ["a firm's own loan, whole", [], 1, 0, 1, 1_000_000],
    ["a stranger's loan, not", [], 1, 0, 2, 0],
    ['after a merger the whole of what was used', merger, 1, 50, 2, 1_000_000],
    ['the absorbed firm keeps nothing', merger, 1, 50, 1, 0],
    ['the successor keeps its own', merger, 2, 50, 2, 1_000_000],
    ['a spun-off part', spinOff, 1, 50, 2, 300_000],
    ['and the rest stays', spinOff, 1, 50, 1, 700_000],
    ['what was drawn after the spin-off stays whole', spinOff, 1, 150, 1, 1_000_000],
    ['and reaches nobody else', spinOff, 1, 150, 2, 0],
    ['a division by its deed', division, 1, 50, 3, 400_000],
    ['through two steps', [...division, edge('merge', 3, 4, 200)], 1, 50, 4, 400_000],
    ['apart and together again', [...division, edge('merge', 2, 3, 200)], 1, 50, 3, 1_000_000],
    [
      'a merger after a spin-off carries what is left',
      [...spinOff, edge('merge', 1, 4, 200)],
      1,
      50,
      4,
      700_000,
    ],
    ['and leaves the part that was spun off', [...spinOff, edge('merge', 1, 4, 200)], 1, 50, 2, 300_000],
    ['on one day the deed goes first', [...spinOff, edge('merge', 1, 4, 100)], 1, 50, 4, 700_000],
    [
      'a second deed divides what the first left',
      [...spinOff, edge('spin-off', 1, 3, 150, 200_000)],
      1,
      50,
      3,
      140_000,
    ],
  ] as const)('%s', (_, edges, from, since, against, expected) => {
    expect(part([...edges], from, since, against)).toBe(expected);
  });

  test('before its day a succession moves nothing', () => {
    expect(part(merger, 1, 50, 2, 99)).toBe(0);
    expect(part(merger, 1, 50, 1, 99)).toBe(1_000_000);
  });
});

const successions = fc
  .array(
    fc.tuple(
      fc.constantFrom(...successionKinds),
      fc.nat(5),
      fc.nat(5),
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.nat(200),
    ),
    { maxLength: 15 },
  )
  .map((drawn) => {
    const standing: Succession[] = [];
    for (const [kind, from, to, share, days] of drawn) {
      const wish = checkSuccession(edge(kind, from, to, days, share), standing, on(300));
      if (wish.ok) standing.push(wish.value);
    }
    return standing;
  });

test('the parts of one use never exceed it, and reach nobody outside the family', () => {
  fc.assert(
    fc.property(successions, fc.nat(5), fc.nat(250), fc.nat(300), (edges, from, since, at) => {
      const family = familiesOf(edges);
      const parts = [0, 1, 2, 3, 4, 5].map((no) => [no, Number(part(edges, from, since, no, at))] as const);
      const sum = parts.reduce((all, [, each]) => all + each, 0);
      expect(sum).toBeLessThanOrEqual(1_000_000);
      for (const [no, each] of parts) {
        expect(each).toBeGreaterThanOrEqual(0);
        if (each > 0) expect(family(firm(no))).toBe(family(firm(from)));
        if (each > 0 && no !== from) expect(successorsOf(edges, firm(from)).has(firm(no))).toBe(true);
      }
    }),
  );
});

test('mergers alone lose nothing: the whole use arrives with the last successor', () => {
  const chain = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(chain, (gaps) => {
      let days = 0;
      const edges = gaps.map((gap, no) => {
        days += gap;
        return edge('merge', no, no + 1, days);
      });
      expect(part(edges, 0, 0, gaps.length, days)).toBe(1_000_000);
    }),
  );
});

test('families are the firms that any successions join', () => {
  const family = familiesOf([edge('merge', 1, 2, 1), edge('spin-off', 3, 2, 2, 5), edge('merge', 7, 8, 3)]);
  expect(new Set([1, 2, 3].map((no) => family(firm(no)))).size).toBe(1);
  expect(family(firm(7))).toBe(family(firm(8)));
  expect(family(firm(1))).not.toBe(family(firm(7)));
  expect(family(firm(9))).toBe(firm(9));
});
