import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import rules from '#prisma/seed/quality/rules.json' with { type: 'json' };
import { byDimension, faultPpm, holds, measureSchema, qualityDimensions } from './quality-rule.ts';

describe('a rule', () => {
  it.each([
    [20_000, 100, 2, true],
    [20_000, 100, 3, false],
    [0, 100, 0, true],
    [0, 100, 1, false],
    [0, 0, 0, true],
    [333_333, 3, 1, false],
    [333_334, 3, 1, true],
  ])('that bears %i ppm: of %i rows %i at fault → %s', (mostPpm, rows, failed, held) => {
    expect(holds({ mostPpm }, { rows, failed })).toBe(held);
  });

  it('once broken stays broken with more at fault, and bears more the higher its share', () => {
    const count = fc.integer({ min: 0, max: 2_000_000 });
    const share = fc.integer({ min: 0, max: 999_999 });
    fc.assert(
      fc.property(count, count, share, (a, b, mostPpm) => {
        const [failed, rows] = [Math.min(a, b), Math.max(a, b) + 1];
        if (holds({ mostPpm }, { rows, failed: failed + 1 }))
          expect(holds({ mostPpm }, { rows, failed })).toBe(true);
        if (holds({ mostPpm }, { rows, failed }))
          expect(holds({ mostPpm: mostPpm + 1 }, { rows, failed })).toBe(true);
      }),
    );
  });
});

it('shares are told only of what was counted', () => {
  expect(faultPpm({ rows: 0, failed: 0 })).toBeNull();
  expect(faultPpm({ rows: 3, failed: 1 })).toBe(333_333);
});

it('results are counted by dimension, those without any as none of none', () => {
  const counted = byDimension([
    { dimension: 'accuracy', passed: true },
    { dimension: 'accuracy', passed: false },
  ]);
  expect(counted.map(({ dimension }) => dimension)).toEqual(qualityDimensions);
  expect(counted[1]).toEqual({ dimension: 'accuracy', held: 1, all: 2 });
  expect(counted[0]).toEqual({ dimension: 'completeness', held: 0, all: 0 });
});

it('every shipped rule measures something that is known, under a code of its own', () => {
  for (const rule of rules.rules) expect(measureSchema.safeParse(rule.measure).success, rule.code).toBe(true);
  expect(new Set(rules.rules.map(({ code }) => code)).size).toBe(rules.rules.length);
});
