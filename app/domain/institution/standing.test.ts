import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import { institutionKinds } from './role-offer.ts';
import {
  type Admission,
  checkAssessment,
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

test.each([
  ['bank', day('2027-05-01'), null],
  ['bank', null, 'institution.assessment-missing'],
  ['bank', today, 'institution.assessment-past'],
  ['bank', addDays(today, 366), null],
  ['bank', addDays(today, 367), 'institution.assessment-too-long'],
  ['provider', null, null],
] as const)('an assessment of a %s until %s: %s', (kind, until, code) => {
  const result = checkAssessment(kind, until, today);
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
