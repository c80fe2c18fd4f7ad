import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { checkSuccession, dissolves, type Succession, successionKinds, successorsOf } from './succession.ts';

const today = day('2026-11-27');
const firm = (no: number) => `firm-${no}` as EnterpriseId;
const edge = (
  kind: Succession['kind'],
  from: number,
  to: number,
  share: number | null = null,
): Succession => ({
  ...{ kind, from: firm(from), to: firm(to), effectiveOn: day('2026-06-30') },
  share: share === null ? null : ppm(share),
});
const judged = (wish: Succession, ...standing: Succession[]) => {
  const result = checkSuccession(wish, standing, today);
  return result.ok ? 'ok' : result.refusal.code.replace('enterprise.succession-', '');
};

describe('a new edge', () => {
  test.each([
    ['a merger', edge('merge', 1, 2), [], 'ok'],
    ['into itself', edge('merge', 1, 1), [], 'self'],
    ['tomorrow', { ...edge('merge', 1, 2), effectiveOn: day('2026-11-28') }, [], 'future'],
    ['the same again', edge('merge', 1, 2), [edge('merge', 1, 2)], 'twice'],
    ['of a firm that was absorbed', edge('spin-off', 1, 3, 1), [edge('merge', 1, 2)], 'dissolved'],
    ['back to a predecessor', edge('merge', 3, 1), [edge('merge', 1, 2), edge('merge', 2, 3)], 'circle'],
    ['a second part', edge('split', 1, 3, 400_000), [edge('split', 1, 2, 600_000)], 'ok'],
    ['more than is left', edge('split', 1, 3, 400_001), [edge('split', 1, 2, 600_000)], 'share-over'],
    ['a part without its share', edge('split', 1, 2), [], 'share-missing'],
    ['a merger after a spin-off', edge('merge', 1, 3), [edge('spin-off', 1, 2, 300_000)], 'ok'],
  ] as const)('%s', (_, wish, standing, verdict) => {
    expect(judged(wish, ...standing)).toBe(verdict);
  });
});

test('whatever is accepted, nobody succeeds itself and no firm hands over more than it has', () => {
  const wishes = fc.array(
    fc.tuple(
      fc.constantFrom(...successionKinds),
      fc.nat(6),
      fc.nat(6),
      fc.integer({ min: 1, max: 1_000_000 }),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(wishes, (drawn) => {
      const standing: Succession[] = [];
      for (const [kind, from, to, share] of drawn) {
        const wish = checkSuccession(edge(kind, from, to, share), standing, today);
        if (wish.ok) standing.push(wish.value);
      }
      for (let no = 0; no <= 6; no += 1) {
        expect(successorsOf(standing, firm(no)).has(firm(no))).toBe(false);
        const own = standing.filter(({ from }) => from === firm(no));
        expect(own.reduce((sum, { share }) => sum + Number(share ?? 0), 0)).toBeLessThanOrEqual(1_000_000);
        if (own.some(({ kind }) => kind === 'merge'))
          expect(own.filter(({ kind }) => dissolves(kind))).toHaveLength(1);
      }
    }),
  );
});

test('parts multiply along the way', () => {
  const standing = [
    edge('split', 1, 2, 500_000),
    edge('split', 1, 3, 500_000),
    edge('merge', 2, 4),
    edge('merge', 3, 4),
  ];
  expect(Object.fromEntries(successorsOf(standing, firm(1)))).toEqual({
    'firm-2': 500_000,
    'firm-3': 500_000,
    'firm-4': 1_000_000,
  });
});
