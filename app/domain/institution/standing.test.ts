import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import { institutionKinds } from './role-offer.ts';
import {
  type Admission,
  checkAssessed,
  institutionStates,
  needsAssessment,
  standingOf,
  takeStep,
} from './standing.ts';

const today = day('2026-11-23');
const bank = (over: Partial<Admission> = {}): Admission => ({
  kind: 'bank',
  state: 'approved',
  assessmentExpiresOn: day('2027-05-01'),
  ...over,
});

test.each([
  [bank(), 'good'],
  [bank({ assessmentExpiresOn: today }), 'good'],
  [bank({ assessmentExpiresOn: addDays(today, -1) }), 'assessment-expired'],
  [bank({ assessmentExpiresOn: null }), 'assessment-expired'],
  [bank({ state: 'suspended' }), 'suspended'],
  [bank({ state: 'removed' }), 'suspended'],
  [bank({ state: 'applied' }), 'not-admitted'],
  [bank({ kind: 'provider', assessmentExpiresOn: null }), 'good'],
])('%j stands %s', (admission, standing) => {
  expect(standingOf(admission, today)).toBe(standing);
});

test('only an approved institution with a running assessment, where one is needed, stands good', () => {
  const until = fc.option(
    fc.integer({ min: -400, max: 400 }).map((n) => addDays(today, n)),
    { nil: null },
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...institutionKinds),
      fc.constantFrom(...institutionStates),
      until,
      (kind, state, end) => {
        const good = standingOf({ kind, state, assessmentExpiresOn: end }, today) === 'good';
        const runs = end === null ? !needsAssessment(kind) : end >= today;
        expect(good).toBe(state === 'approved' && runs);
      },
    ),
  );
});

const made = (assessedOn = today) => ({ assessedOn, assessor: '某测评中心', reportNo: 'R-1' });

test.each([
  ['bank', day('2027-05-01'), made(), null],
  ['bank', null, made(), 'institution.assessment-missing'],
  ['bank', today, made(), 'institution.assessment-past'],
  ['bank', addDays(today, 366), made(), null],
  ['bank', addDays(today, 367), made(), 'institution.assessment-too-long'],
  ['bank', addDays(today, 100), null, 'institution.evidence-missing'],
  ['bank', addDays(today, 100), made(addDays(today, 1)), 'institution.assessed-later'],
  ['bank', addDays(today, 100), made(addDays(today, -367)), 'institution.assessed-long-ago'],
  ['bank', addDays(today, 66), made(addDays(today, -300)), null],
  ['bank', addDays(today, 67), made(addDays(today, -300)), 'institution.assessment-outlasts'],
  ['provider', null, null, null],
] as const)('an assessment of a %s until %s, made as %j: %s', (kind, until, evidence, code) => {
  const result = checkAssessed(kind, { until, evidence }, today);
  expect(result.ok ? null : result.refusal.code).toBe(code);
});

describe('steps', () => {
  test.each([
    ['applied', 'approve', 'approved'],
    ['approved', 'approve', 'institution.not-applied'],
    ['approved', 'suspend', 'suspended'],
    ['applied', 'suspend', 'institution.not-approved'],
    ['suspended', 'suspend', 'institution.not-approved'],
    ['suspended', 'resume', 'approved'],
    ['removed', 'resume', 'institution.not-suspended'],
  ] as const)('%s, %s: %s', (state, step, outcome) => {
    const result = takeStep(bank({ state }), step);
    expect(result.ok ? result.value : result.refusal.code).toBe(outcome);
  });

  test('the platform cannot shut itself out', () => {
    for (const step of ['approve', 'suspend', 'resume'] as const)
      expect(takeStep(bank({ kind: 'platform' }), step)).toEqual({
        ok: false,
        refusal: { code: 'institution.is-platform' },
      });
  });
});
