import { expect, test } from 'vitest';
import { answerCase, closeCase, mayRemind, type Verdict } from '~/domain/monitoring/case.ts';

const dueAt = new Date('2026-12-01T00:00:00Z');
const before = new Date('2026-11-25T00:00:00Z');
const after = new Date('2026-12-02T00:00:00Z');

test.each<[string, 'open' | 'answered' | 'closed', Verdict, Date, string]>([
  ['unanswered before the deadline, confirmed', 'open', 'confirmed', before, 'monitoring.right-of-reply'],
  ['unanswered before the deadline, explained', 'open', 'explained', before, 'monitoring.right-of-reply'],
  ['unanswered before the deadline, false alarm', 'open', 'false-alarm', before, 'closed'],
  ['unanswered before the deadline, cured', 'open', 'cured', before, 'closed'],
  ['unanswered after the deadline', 'open', 'confirmed', after, 'closed'],
  ['answered before the deadline', 'answered', 'confirmed', before, 'closed'],
  ['closed already', 'closed', 'cured', after, 'monitoring.closed'],
])('%s', (_, state, verdict, now, outcome) => {
  const result = closeCase({ state, dueAt }, verdict, now);
  expect(result.ok ? result.value : result.refusal.code).toBe(outcome);
});

test('a closed case takes no answer', () => {
  expect(answerCase({ state: 'closed' })).toEqual({ ok: false, refusal: { code: 'monitoring.closed' } });
  expect(answerCase({ state: 'open' })).toEqual({ ok: true, value: 'answered' });
});

test.each([
  ['open', 'bank', 'reminded'],
  ['open', 'firm', 'reminded'],
  ['answered', 'bank', 'reminded'],
  ['answered', 'firm', 'monitoring.answered-already'],
  ['closed', 'bank', 'monitoring.closed'],
  ['closed', 'firm', 'monitoring.closed'],
] as const)('of a case that is %s the %s is pressed: %s', (state, whom, outcome) => {
  const result = mayRemind({ state }, whom);
  expect(result.ok ? result.value : result.refusal.code).toBe(outcome);
});
