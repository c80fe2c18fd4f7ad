import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import {
  isPending,
  moveObjection,
  type ObjectionCore,
  objectionMoves,
  objectionStates,
} from './objection.ts';

const today = day('2026-11-27');
const core: ObjectionCore = {
  state: 'answered',
  round: 1,
  extended: false,
  verdict: 'refused',
  appealUntil: day('2026-12-27'),
};
const code = (result: ReturnType<typeof moveObjection>) => (result.ok ? result.value : result.refusal.code);

describe('an appeal', () => {
  test('is open once, until its last day, and not against an answer that upheld', () => {
    expect(code(moveObjection(core, 'appeal', today))).toBe('appealed');
    expect(code(moveObjection(core, 'appeal', day('2026-12-28')))).toBe('objection.appeal-too-late');
    expect(code(moveObjection({ ...core, round: 2 }, 'appeal', today))).toBe('objection.appeal-once');
    expect(code(moveObjection({ ...core, verdict: 'upheld' }, 'appeal', today))).toBe(
      'objection.upheld-already',
    );
  });
});

test('an extension is taken once', () => {
  const asked = { ...core, state: 'with-provider' as const };
  expect(code(moveObjection(asked, 'extend', today))).toBe('with-provider');
  expect(code(moveObjection({ ...asked, extended: true }, 'extend', today))).toBe(
    'objection.extended-already',
  );
});

test('whatever is tried in whatever order, what has ended moves no more but for one appeal, and every path ends', () => {
  const moves = fc.array(fc.constantFrom(...objectionMoves), { maxLength: 40 });
  fc.assert(
    fc.property(fc.constantFrom('checking' as const, 'with-provider' as const), moves, (state, tried) => {
      let now: ObjectionCore = { ...core, state, verdict: null };
      let appeals = 0;
      for (const move of tried) {
        const next = moveObjection(now, move, today);
        if (!next.ok) continue;
        expect(isPending(now.state) || (now.state === 'answered' && move === 'appeal')).toBe(true);
        if (move === 'appeal') appeals += 1;
        const round = move === 'send-back' ? 2 : now.round;
        now = { ...now, state: next.value, round, extended: now.extended || move === 'extend' };
      }
      expect(appeals).toBeLessThanOrEqual(1);
      expect(objectionStates).toContain(now.state);
    }),
  );
});
