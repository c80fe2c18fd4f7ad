import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomeOf, retryPauses, sequelOf } from './webhook.ts';

test('a receiver that fails is tried again after each pause, then no more', () => {
  const failed = { outcome: 'refused', status: 500 } as const;
  for (const [i, seconds] of retryPauses.entries())
    expect(sequelOf(failed, i + 1)).toEqual({ kind: 'again', seconds });
  expect(sequelOf(failed, retryPauses.length + 1)).toEqual({ kind: 'ended', why: 'exhausted' });
});

test('the pauses never shrink, and together last some days', () => {
  expect([...retryPauses].sort((a, b) => a - b)).toEqual([...retryPauses]);
  const days = retryPauses.reduce((sum, pause) => sum + pause, 0) / 86_400;
  expect(days).toBeGreaterThan(4);
  expect(days).toBeLessThan(7);
});

test('410 ends the endpoint at once, whichever attempt it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), (n) => {
      expect(sequelOf({ outcome: 'refused', status: 410 }, n)).toEqual({ kind: 'ended', why: 'gone' });
    }),
  );
});

test('2xx alone is a delivery', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), (status) => {
      expect(outcomeOf(status) === 'delivered').toBe(Math.floor(status / 100) === 2);
    }),
  );
});
