import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryFacts } from '#tests/factories/arbitrary-fact.ts';
import { columnsOf } from '#tests/factories/columns.ts';
import { asOf, openScope, profiles } from '#tests/factories/feature.ts';
import { computeFeatures, openLens } from '~/domain/feature/compute.ts';
import type { FeatureFact } from '~/domain/feature/definition.ts';
import { featureDefinitions } from '~/domain/feature/definitions.ts';
import { addDays, addMonths, type Day, day, daysBetween } from '~/domain/kernel/day.ts';
import { dayNumber, momentsSeen, noEnd } from './columns.ts';
import { leaves, nextEdge } from './next-edge.ts';
import { compileTape } from './tape.ts';

const lensOn = (on: Day) =>
  openLens(featureDefinitions, profiles, {
    ...openScope,
    asOf: on,
    supplies: new Map([...profiles.keys()].map((item) => [item, on])),
  });
const valuesOn = (facts: readonly FeatureFact[], on: Day) =>
  computeFeatures(lensOn(on), facts, true).map(({ value, gap }) => [value, gap]);

function edgeOf(facts: readonly FeatureFact[], on: Day): number {
  const { columns, codes } = columnsOf(facts);
  return nextEdge(compileTape(lensOn(on), codes, true), columns, 0, facts.length, momentsSeen([0, 1], 1));
}

test('until the next edge nothing of a firm changes, and edges are worth looking at', () => {
  let [looked, moved] = [0, 0];
  fc.assert(
    fc.property(
      arbitraryFacts(),
      fc.integer({ min: 0, max: 900 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (facts, ago, part) => {
        const on = addDays(asOf, -ago);
        const edge = edgeOf(facts, on);
        const quiet = Math.min(edge, dayNumber(on) + 2_000) - dayNumber(on) - 1;
        const now = valuesOn(facts, on);
        expect(valuesOn(facts, addDays(on, quiet))).toEqual(now);
        expect(valuesOn(facts, addDays(on, Math.floor(quiet * part)))).toEqual(now);
        if (edge === noEnd) return;
        looked++;
        if (JSON.stringify(valuesOn(facts, addDays(on, quiet + 1))) !== JSON.stringify(now)) moved++;
      },
    ),
    { numRuns: 150 },
  );
  expect(moved / looked).toBeGreaterThan(0.3);
});

test('a window leaves a day on the first day that no longer holds it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -4_000, max: 4_000 }), fc.integer({ min: 1, max: 40 }), (ago, months) => {
      const d = addDays(asOf, -ago);
      const end = addDays(day('2000-01-01'), leaves(dayNumber(d), months));
      expect(addMonths(end, -months) >= d).toBe(true);
      expect(addMonths(addDays(end, -1), -months) >= d).toBe(false);
      expect(daysBetween(d, end)).toBeGreaterThan(27 * months);
    }),
  );
});
