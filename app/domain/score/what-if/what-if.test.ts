import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryFact } from '#tests/factories/arbitrary-fact.ts';
import { aFact, asOf, card, openScope, profiles } from '#tests/factories/feature.ts';
import type { FeatureFact } from '~/domain/feature/definition.ts';
import { addDays, addMonths, type Day, day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { ScoreResult } from '~/domain/score/sheet.ts';
import { type Action, actionsOf, nextDelivery } from './action.ts';
import { openProjection, type World } from './projection.ts';
import { findPaths, scoreAfter, turningDays } from './what-if.ts';

const items = profiles as ReadonlyMap<string, { period: 'event' | 'monthly' | 'quarterly' | 'yearly' }>;
const registered = aFact('registration.profile', { occurredOn: day('2015-05-01'), category: 'active' });
const seen = aFact('utility.water-usage', { occurredOn: day('2026-10-01'), quantity: 30 });
const worldOf = (facts: readonly FeatureFact[]): World => ({
  card,
  facts: [registered, seen, ...facts],
  profiles,
  scope: openScope,
  isIdentified: true,
});
const water = aFact('utility.water-arrears', { occurredOn: day('2026-08-01'), amount: fen(124_000n) });

const rank = ({ grade }: ScoreResult): number => ['insufficient', 'D', 'C', 'B', 'A', 'A+'].indexOf(grade);

describe('one act', () => {
  test('paying water arrears earns the exact points of the card when the supplier next tells', () => {
    const world = worldOf([water]);
    const [act] = actionsOf(world.facts, items, asOf);
    expect(act).toMatchObject({ item: 'utility.water-arrears', costFen: 124_000n, arrivesOn: '2026-12-01' });
    const before = scoreAfter(world, [], day('2026-12-01'));
    const after = scoreAfter(world, [act as Action], day('2026-12-01'));
    // 1,240 yuan lie in the bin from 1,000 on, which earns 3.0 of 9.0 points.
    expect((after.milliPoints ?? 0) - (before.milliPoints ?? 0)).toBe(6_000);
    expect(scoreAfter(world, [act as Action], day('2026-11-30'))).toEqual(
      scoreAfter(world, [], day('2026-11-30')),
    );
  });

  test.each([
    ['event', '2026-11-24'],
    ['monthly', '2026-12-01'],
    ['quarterly', '2027-01-01'],
    ['yearly', '2027-01-01'],
  ] as const)('a provider that tells %s next tells on %s', (period, on) => {
    expect(nextDelivery(period, asOf)).toBe(on);
  });

  test('a penalty stops counting on the day its window closes, and costs nothing to wait for', () => {
    const penalty = aFact('penalty.decision', { occurredOn: day('2025-02-10'), category: 'general' });
    const world = worldOf([penalty]);
    const points = (on: string) => scoreAfter(world, [], day(on)).milliPoints ?? 0;
    expect(points('2027-02-10') - points('2027-02-09')).toBe(16_000);
  });

  test('a repaired penalty counts no more from the day of its decision, neither its kind nor its amount', () => {
    const penalty = aFact('penalty.decision', {
      occurredOn: day('2026-08-10'),
      category: 'general',
      amount: fen(2_000_000n),
    });
    const world = worldOf([penalty]);
    const days = { opensOn: day('2026-11-24'), decidedOn: day('2026-12-08') };
    const [act] = actionsOf(world.facts, items, asOf, new Map([[penalty.id, days]]));
    expect(act).toMatchObject({
      kind: 'repair',
      costFen: null,
      opensOn: days.opensOn,
      arrivesOn: days.decidedOn,
    });
    const gain = (on: Day) =>
      (scoreAfter(world, [act as Action], on).milliPoints ?? 0) -
      (scoreAfter(world, [], on).milliPoints ?? 0);
    // 16.0 points for one general penalty, 6.0 for an amount of up to 50,000 yuan
    expect([gain(day('2026-12-07')), gain(day('2026-12-08'))]).toEqual([0, 22_000]);
    expect(scoreAfter(world, [act as Action], day('2026-12-08'))).toEqual(
      scoreAfter(worldOf([]), [], day('2026-12-08')),
    );
  });

  test('who is on the serious list leaves it by repair where repair is open, else by its own act', () => {
    const listed = aFact('list.serious-dishonesty', { occurredOn: day('2025-01-05') });
    const days = { opensOn: day('2026-11-24'), decidedOn: day('2026-12-08') };
    const kinds = (repairs: Parameters<typeof actionsOf>[3]) =>
      actionsOf(worldOf([listed]).facts, items, asOf, repairs).map(({ kind }) => kind);
    expect([kinds(new Map([[listed.id, days]])), kinds(new Map())]).toEqual([['repair'], ['settle']]);
  });

  test('a veto lifts only with the record behind it', () => {
    const dishonest = aFact('court.dishonesty', { occurredOn: day('2026-01-05'), amount: fen(500_000n) });
    const world = worldOf([dishonest]);
    const { now, next, cheapest } = findPaths(world, actionsOf(world.facts, items, asOf));
    expect([now.grade, next]).toEqual(['D', 'C']);
    expect(cheapest).toMatchObject({ cost: 500_000n, on: '2026-11-24' });
    expect(cheapest?.result.veto).toBeNull();
  });
});

/** Records that acts, windows and vetoes are about; few enough to try everything. */
const eventful = [
  'tax.arrears',
  'utility.water-arrears',
  'utility.power-arrears',
  'court.enforcement',
  'court.dishonesty',
  'list.abnormal-operation',
  'penalty.decision',
  'court.judgment',
];

type Found = { readonly cost: bigint; readonly on: Day; readonly acts: number; readonly milliPoints: number };

/** Every set of acts on every day that matters, each on the real card: what the search must find. */
function bruteForce(world: World, actions: readonly Action[], target: number, goal: number): Found | null {
  const days = turningDays(world, openProjection(world), actions);
  let best: Found | null = null;
  for (const on of days) {
    const open = actions.filter((action) => action.arrivesOn <= on);
    for (let mask = 0; mask < 1 << open.length; mask += 1) {
      const set = open.filter((_, at) => mask & (1 << at));
      const result = scoreAfter(world, set, on);
      if (result.milliPoints === null || result.milliPoints < target || rank(result) < goal) continue;
      const cost = set.reduce((sum, act) => sum + (act.costFen ?? 0n), 0n);
      const found = { cost, on, acts: set.length, milliPoints: result.milliPoints };
      if (!best || isBefore(found, best)) best = found;
    }
  }
  return best;
}

function isBefore(a: Found, b: Found): boolean {
  if (a.cost !== b.cost) return a.cost < b.cost;
  if (a.on !== b.on) return a.on < b.on;
  if (a.acts !== b.acts) return a.acts < b.acts;
  return a.milliPoints > b.milliPoints;
}

const troubled = fc
  .array(arbitraryFact(eventful), { minLength: 2, maxLength: 6 })
  .map((facts) => facts.map((fact, at) => ({ ...fact, id: `f${at}` })));

describe('the search', () => {
  test('finds what trying every set of acts on every day finds', () => {
    fc.assert(
      fc.property(troubled, (facts) => {
        const world = worldOf(facts);
        const repairs = new Map(
          facts
            .filter(({ item }) => item === 'penalty.decision')
            .map(({ id }, at) => {
              const days = { opensOn: addDays(asOf, 20 * at), decidedOn: addDays(asOf, 14 + 20 * at) };
              return [id, days] as const;
            }),
        );
        const actions = actionsOf(world.facts, items, asOf, repairs).slice(0, 5);
        const { now, next, target, cheapest } = findPaths(world, actions);
        if (next === null || target === null) return;
        const goal = rank(now) + 1;
        const wanted = bruteForce(world, actions, target, goal);
        const found = cheapest && {
          cost: cheapest.cost,
          on: cheapest.on,
          acts: cheapest.acts.length,
          milliPoints: cheapest.milliPoints,
        };
        expect(found).toEqual(wanted);
        if (cheapest) expect(cheapest.result.milliPoints).toBe(cheapest.milliPoints);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  test('nothing between two turning days changes what is reached without acts', () => {
    fc.assert(
      fc.property(troubled, fc.integer({ min: 1, max: 360 }), (facts, ahead) => {
        const world = worldOf(facts);
        const on = addDays(asOf, ahead);
        if (on > addMonths(asOf, 12)) return;
        const days = turningDays(world, openProjection(world), []);
        const last = days.filter((each) => each <= on).at(-1) ?? asOf;
        expect(scoreAfter(world, [], on).milliPoints).toBe(scoreAfter(world, [], last).milliPoints);
      }),
      { numRuns: 100 },
    );
  });
});
