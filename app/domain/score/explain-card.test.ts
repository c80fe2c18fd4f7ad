import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { featureDefinitions } from '~/domain/feature/definitions.ts';
import type { CardParts } from './card-part.ts';
import { explainStatistical } from './explain-card.ts';
import type { StatisticalCard } from './statistical/card.ts';
import { compileCard } from './statistical/score.ts';

const codes = featureDefinitions.slice(0, 3).map(({ code }) => code);
const [a = '', b = '', c = ''] = codes;
const bin = (holds: object, milliPoints: number, good: number, bad: number) => ({
  holds,
  milliPoints,
  woeNano: 0,
  good,
  bad,
});
const edge = (from: number | null) => ({ kind: 'range' as const, from });
const missing = { kind: 'missing' as const };

/** A number with a special value, a scaled one, a ratio, and a two-way part of the first two. */
const cardWith = (points: readonly number[]): StatisticalCard => {
  let at = 0;
  const next = () => points[at++ % points.length] ?? 0;
  const main = (feature: number, holds: readonly object[]) => ({
    kind: 'bins',
    feature,
    coefficientNano: 0,
    ivPpm: 0,
    trend: 'free',
    bins: holds.map((each, k) => bin(each, next(), 7 * k + 1, k)),
  });
  return {
    baseMilliPoints: next(),
    features: [
      { kind: 'number', name: a, factor: 1 },
      { kind: 'number', name: b, factor: 100 },
      { kind: 'ratio', name: 'share', of: [a, c], factors: [1, 1] },
    ],
    characteristics: [
      main(0, [missing, { kind: 'special', value: 0 }, edge(null), edge(5), edge(9)]),
      main(1, [missing, edge(null), edge(150)]),
      main(2, [missing, edge(null), edge(500_000)]),
      {
        kind: 'cells',
        axes: [
          { feature: 0, bins: [missing, edge(null), edge(4)] },
          { feature: 1, bins: [missing, edge(null), edge(300)] },
        ],
        gainMilli: 0,
        groupOf: [
          [0, 0, 1],
          [1, 2, 0],
          [2, 1, 0],
        ],
        groups: [next(), next(), next()].map((milliPoints) => ({ milliPoints })),
      },
    ],
  } as unknown as StatisticalCard;
};
const sumOf = ({ neutralMilli, parts }: CardParts) =>
  parts.reduce((sum, part) => sum + part.milliPoints - part.neutralMilli, neutralMilli);

describe('a statistical score taken apart', () => {
  test('adds up to the score exactly, and each value lies in the bin that is named', () => {
    const value = fc.oneof(fc.constant(null), fc.integer({ min: -20, max: 20 }));
    const input = fc.tuple(
      value,
      value.map((v) => (v === null ? null : v * 100)),
      fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 1_000_000 })),
    );
    const points = fc.array(fc.integer({ min: -90_000, max: 90_000 }), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(points, input, (own, row) => {
        const card = cardWith(own);
        const explained = explainStatistical(card, row);
        expect(sumOf(explained)).toBe(compileCard(card)(row).milliPoints);
        for (const { value: read, held } of explained.parts.flatMap(({ axes }) => axes)) {
          expect(held.kind === 'missing').toBe(read === null);
          if (held.kind === 'special') expect(read).toBe(held.value);
          if (held.kind !== 'range' || read === null) continue;
          expect(read).toBeGreaterThanOrEqual(held.from ?? read);
          expect(read).toBeLessThan(held.next ?? read + 1);
        }
      }),
    );
  });

  test('names special values, the unit of scaled edges, ratios and both axes of a pair', () => {
    const { parts } = explainStatistical(cardWith([1_000, -2_000]), [0, 200, 600_000]);
    expect(parts.map(({ axes }) => axes.map(({ features, value, held }) => [features, value, held]))).toEqual(
      [
        [[[a], 0, { kind: 'special', value: 0 }]],
        [[[b], 2, { kind: 'range', from: 2, next: null }]],
        [[[a, c], 600_000, { kind: 'range', from: 500_000, next: null }]],
        [
          [[a], 0, { kind: 'range', from: null, next: 4 }],
          [[b], 2, { kind: 'range', from: null, next: 3 }],
        ],
      ],
    );
    expect(parts.map(({ neutralMilli }) => Number.isInteger(neutralMilli))).not.toContain(false);
    expect(parts[3]?.neutralMilli).toBe(0);
  });
});
