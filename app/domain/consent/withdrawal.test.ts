import { describe, expect, test } from 'vitest';
import policies from '#prisma/seed/policy/personal-information.json' with { type: 'json' };
import { addDays, day } from '~/domain/kernel/day.ts';
import { chaseLevel, nextStep, purgeDue, retentionEnd } from './withdrawal.ts';

const policy = policies[1] as (typeof policies)[1];

const clocks = policy.body.withdrawal;

describe('after a withdrawal', () => {
  test('the days of the policy’s worked example come out', () => {
    const [example] = policy.examples;
    const dueOn = purgeDue(day(example?.withdrawnOn ?? ''), clocks);
    expect(dueOn).toBe(example?.purgeBy);
    const first = (level: string) =>
      Array.from({ length: 40 }, (_, i) => addDays(day('2026-11-23'), i)).find(
        (today) => chaseLevel(dueOn, today, clocks) === level,
      );
    expect([first('reminded'), first('escalated')]).toEqual([example?.remindOn, example?.escalateOn]);
  });

  test('nothing is chased before the reminder', () => {
    expect(chaseLevel(day('2026-12-08'), day('2026-12-04'), clocks)).toBeNull();
  });

  test('steps come in their order', () => {
    expect([nextStep([]), nextStep(['notified']), nextStep(['notified', 'stopped', 'purged'])]).toEqual([
      'notified',
      'stopped',
      null,
    ]);
  });
});

test('what was read may be kept for the days agreed and no longer', () => {
  expect(retentionEnd(day('2026-02-27'), 2)).toBe('2026-03-01');
});
