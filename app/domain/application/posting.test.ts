import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import policy from '#prisma/seed/policy/need-response.json' with { type: 'json' };
import { addDays, day, dayAt, startOf } from '~/domain/kernel/day.ts';
import {
  type Answer,
  answerDeadline,
  answerStates,
  isLapsed,
  mayAnswer,
  mayChoose,
  type Posting,
  takeUp,
} from './posting.ts';

const rules = { ...policy.body, answerMonths: 1 };
const posting: Posting = { state: 'open', openUntil: day('2026-10-20'), notTo: [], recommended: false };
const at = (on: string, hours = 10) => new Date(startOf(day(on)).getTime() + hours * 3_600_000);
const answer = (wish: Partial<Answer> = {}): Answer => ({
  state: 'taken',
  dueAt: startOf(day('2026-10-10')),
  validUntil: null,
  ...wish,
});
const code = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code;

test.each(policy.examples)('an answer to a need taken up on $takenOn is due on $answerLastDay', (example) => {
  expect(answerDeadline(day(example.takenOn), rules, false).lastDay).toBe(example.answerLastDay);
});

describe('a posted need', () => {
  it('is taken up once, while it stands, and not again by a bank that let it lapse', () => {
    expect(takeUp(posting, null, at('2026-09-29'), rules)).toEqual({
      ok: true,
      value: { dueAt: startOf(day('2026-10-10')) },
    });
    expect(code(takeUp(posting, answer(), at('2026-09-29'), rules))).toBe('need.taken-already');
    expect(code(takeUp(posting, answer({ state: 'returned' }), at('2026-09-29'), rules))).toBe(
      'need.let-lapse',
    );
    expect(code(takeUp(posting, null, at('2026-10-20', 23), rules))).toBe('ok');
    expect(code(takeUp(posting, null, at('2026-10-21', 0), rules))).toBe('need.posting-over');
    expect(code(takeUp({ ...posting, state: 'closed' }, null, at('2026-09-29'), rules))).toBe(
      'need.posting-over',
    );
  });

  it('is answered before the clock runs out, to the instant, and once', () => {
    expect(code(mayAnswer(posting, null, at('2026-10-01')))).toBe('need.not-taken');
    expect(code(mayAnswer(posting, answer(), new Date(answer().dueAt.getTime() - 1)))).toBe('ok');
    expect(code(mayAnswer(posting, answer(), answer().dueAt))).toBe('need.answer-late');
    expect(code(mayAnswer(posting, answer({ state: 'offered' }), at('2026-10-01')))).toBe(
      'need.answered-already',
    );
    expect(code(mayAnswer({ ...posting, state: 'closed' }, answer(), at('2026-10-01')))).toBe(
      'need.posting-over',
    );
    expect(code(mayAnswer(posting, answer({ state: 'void' }), at('2026-10-01')))).toBe('need.posting-over');
  });

  it('is applied for on terms that still stand, on their last day too', () => {
    const offered = answer({ state: 'offered', validUntil: day('2026-10-31') });
    expect(code(mayChoose(offered, day('2026-10-31')))).toBe('ok');
    expect(code(mayChoose(offered, day('2026-11-01')))).toBe('need.offer-over');
    expect(code(mayChoose(answer({ state: 'passed' }), day('2026-10-01')))).toBe('need.no-offer');
  });
});

it('at every instant a taken need is either answerable or back in the pool, never both', () => {
  fc.assert(
    fc.property(fc.constantFrom(...answerStates), fc.integer({ min: -3, max: 3 }), (state, hours) => {
      const own = answer({ state });
      const now = new Date(own.dueAt.getTime() + hours * 3_600_000);
      expect(mayAnswer(posting, own, now).ok && isLapsed(own, now)).toBe(false);
      if (state === 'taken') expect(mayAnswer(posting, own, now).ok || isLapsed(own, now)).toBe(true);
    }),
  );
});

it('a bank that took a need up on any day of the posting has all of its clock, though the posting ends within it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), fc.nat(999), (before, share) => {
      const takenAt = at(addDays(posting.openUntil, -before));
      const taken = takeUp(posting, null, takenAt, rules);
      if (!taken.ok) throw new Error(taken.refusal.code);
      const { dueAt } = taken.value;
      const own = answer({ dueAt });
      const now = new Date(takenAt.getTime() + ((dueAt.getTime() - takenAt.getTime()) * share) / 1_000);
      const state = dayAt(now) > posting.openUntil ? 'ended' : 'open';
      expect(code(mayAnswer({ ...posting, state }, own, now))).toBe('ok');
      expect(code(mayAnswer({ ...posting, state }, own, dueAt))).toBe('need.answer-late');
    }),
  );
});

it('an answer is never due before the working days are over', () => {
  fc.assert(
    fc.property(fc.nat(600), (n) => {
      const on = addDays(day('2025-01-01'), n);
      expect(answerDeadline(on, rules, false).lastDay >= addDays(on, rules.answerWorkingDays)).toBe(true);
    }),
  );
});
