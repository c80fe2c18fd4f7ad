import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import policies from '#prisma/seed/policy/personal-information.json' with { type: 'json' };
import { day } from '~/domain/kernel/day.ts';
import { assessmentDays } from './assessment.ts';
import { type BreachStep, breachClocks, breachSteps, checkStep, nextSteps, runningClock } from './breach.ts';
import { type Denial, maskDenial } from './decision-log.ts';
import { checkDecision, checkLook, checkReview, type Glass, glassState } from './glass.ts';

const policy = policies[1] as (typeof policies)[1];

describe('a breach', () => {
  const clocks = breachClocks(new Date(policy.examples[1]?.occurredAt ?? ''), policy.body.breach);

  test('its clocks are those of the policy’s worked example, and stop as steps are done', () => {
    expect(clocks[1]?.due.toISOString()).toBe(new Date(policy.examples[1]?.authorityBy ?? '').toISOString());
    expect(clocks[2]?.due.toISOString()).toBe(new Date(policy.examples[1]?.subjectsBy ?? '').toISOString());
    expect(runningClock(clocks, ['registered'])?.step).toBe('assessed');
    expect(
      runningClock(clocks, ['registered', 'assessed', 'authority-notified', 'subjects-exempt']),
    ).toBeNull();
  });

  test('a grave one is never closed with the subjects untold, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...breachSteps), { maxLength: 20 }), (tries) => {
        const done: BreachStep[] = ['registered'];
        for (const step of tries) if (checkStep(done, 'high', step).ok) done.push(step);
        expect(done).not.toContain('subjects-exempt');
        if (done.includes('closed')) expect(done.slice(0, 4)).toEqual(breachSteps.slice(0, 4));
        expect(new Set(done).size).toBe(done.length);
      }),
    );
    expect(nextSteps(['registered', 'assessed', 'authority-notified'], 'low')).toContain('subjects-exempt');
  });
});

test('an assessment is looked at again after a year and kept for three', () => {
  expect(assessmentDays(day('2026-02-28'), policy.body.assessment)).toEqual({
    ...{ reviewDue: '2027-02-28', keepUntil: '2029-02-28' },
  });
});

describe('emergency access', () => {
  const at = new Date('2026-11-23T02:00:00Z');
  const asked: Glass = { askedBy: 'a', decidedBy: null, decision: null, opensUntil: null, reviewedBy: null };
  const open: Glass = {
    ...asked,
    decidedBy: 'b',
    decision: 'granted',
    opensUntil: new Date(at.getTime() + 1),
  };
  const code = (result: { ok: boolean; refusal?: { code: string } }) =>
    result.ok ? null : result.refusal?.code;
  test.each([
    ['who asked decides', checkDecision(asked, 'a'), 'privacy.glass-own'],
    ['another decides', checkDecision(asked, 'b'), null],
    ['decided twice', checkDecision(open, 'c'), 'privacy.glass-decided'],
    ['who asked looks', checkLook(open, 'a', at), null],
    ['who granted looks', checkLook(open, 'b', at), 'privacy.glass-not-yours'],
    [
      'the time is over to the millisecond',
      checkLook(open, 'a', open.opensUntil as Date),
      'privacy.glass-closed',
    ],
    ['nobody has decided', checkLook(asked, 'a', at), 'privacy.glass-closed'],
    ['reviewed while open', checkReview(open, 'c', at), 'privacy.glass-not-over'],
    ['reviewed by who granted', checkReview(open, 'b', open.opensUntil as Date), 'privacy.glass-own'],
    ['reviewed by a third', checkReview(open, 'c', open.opensUntil as Date), null],
  ])('%s', (_, result, expected) => expect(code(result)).toBe(expected));
  test('refused stays refused', () => {
    expect(glassState({ ...asked, decision: 'refused' }, at)).toBe('refused');
  });
});

describe('the decision log', () => {
  const denial: Denial = {
    ...{ at: '2026-11-23', who: '陈经理', role: 'officer', firm: 'f1', action: 'consent.read' },
    detail: { code: 'consent.withdrawn', institutionId: '1111', items: ['tax.payment'] },
  };
  test('says what was refused and why, and not about whom', () => {
    expect(maskDenial(denial, 's')).toMatchObject({ who: '陈**', code: 'consent.withdrawn', gate: null });
    expect(JSON.stringify(maskDenial(denial, 's'))).not.toMatch(/f1|1111|经理|tax/);
    expect(maskDenial(denial, 't')?.subject).not.toBe(maskDenial(denial, 's')?.subject);
  });
  test.each([
    ['a reason that is a sentence', { code: '林晓禾的申请' }],
    ['a reason with a number in it', { code: 'consent.110105194912310021' }],
    ['a reason that is no text', { code: { name: 'x' } }],
    ['a gate that is an address', { gate: 'a@b.example' }],
  ])('drops the event: %s', (_, detail) => {
    expect(maskDenial({ ...denial, detail }, 's')).toBeNull();
  });
  test('whatever is in the detail, no long number and no Chinese text of it comes out', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('code', 'gate', 'name', 'x'), fc.anything()), (detail) => {
        const masked = maskDenial({ ...denial, detail }, 's');
        if (masked) expect(`${masked.code} ${masked.gate}`).not.toMatch(/\d{6,}|\p{Script=Han}/u);
      }),
    );
  });
});
