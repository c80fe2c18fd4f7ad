import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicantWith } from '#tests/factories/applicant.ts';
import { arbitraryApplicant, arbitraryAtom } from '#tests/factories/arbitrary-rule.ts';
import { addDays, day } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { type AtomExplanation, explain } from '~/domain/product/explain.ts';
import { type Atom, not, type Rule } from '~/domain/product/predicate.ts';

const verdictOf = (rule: Rule, applicant: Applicant) => explain(rule, applicant).verdict;
const line = (atom: Atom, applicant: Applicant) => explain(atom, applicant) as AtomExplanation;

describe('a single question', () => {
  const age = (atLeast: number): Atom => ({ kind: 'age', atLeast });
  const cases: [string, Atom, Parameters<typeof applicantWith>[0], object][] = [
    [
      'five months short of two years',
      age(24),
      { firm: { establishedOn: day('2025-04-03') } },
      {
        verdict: 'fail',
        found: 19,
        distance: { kind: 'wait', until: '2027-04-03', days: 131 },
      },
    ],
    [
      'two years old today',
      age(24),
      { firm: { establishedOn: day('2024-11-23') } },
      { verdict: 'pass', found: 24 },
    ],
    [
      'two years old tomorrow',
      age(24),
      { firm: { establishedOn: day('2024-11-24') } },
      {
        verdict: 'fail',
        distance: { kind: 'wait', until: '2026-11-24', days: 1 },
      },
    ],
    [
      'founding date unknown',
      age(24),
      { firm: { establishedOn: null } },
      { verdict: 'unknown', missing: 'record' },
    ],
    [
      'too old for a start-up product',
      { kind: 'age', atMost: 11 },
      {},
      { verdict: 'fail', distance: { kind: 'fixed' } },
    ],
    [
      'amount above the ceiling',
      { kind: 'amount', atMost: Number(wan(50)) },
      {},
      {
        verdict: 'fail',
        distance: { kind: 'change-need', to: 50_000_000, by: 30_000_000 },
      },
    ],
    [
      'a feature that a wider consent would open',
      { kind: 'feature', code: 'tax-months', atLeast: 6 },
      { closedFeatures: new Set(['tax-months']) },
      {
        verdict: 'unknown',
        missing: 'consent',
        distance: null,
      },
    ],
    [
      'the same feature with consent but without a record',
      { kind: 'feature', code: 'tax-months', atLeast: 6 },
      { hasConsented: true },
      { verdict: 'unknown', missing: 'record' },
    ],
    [
      'a feature of zero is known',
      { kind: 'feature', code: 'penalties', atMost: 0 },
      { features: new Map([['penalties', 0]]) },
      { verdict: 'pass', found: 0 },
    ],
    [
      'one penalty too many',
      { kind: 'feature', code: 'penalties', atMost: 0 },
      { features: new Map([['penalties', 2]]) },
      {
        verdict: 'fail',
        distance: { kind: 'lower', to: 0, by: 2 },
      },
    ],
    [
      'information insufficient is not a bad grade',
      { kind: 'grade', atLeast: 'B' },
      { score: { scope: 'public', grade: null, milliPoints: null } },
      {
        verdict: 'unknown',
        missing: 'consent',
      },
    ],
    [
      'two grades short',
      { kind: 'grade', atLeast: 'A+' },
      {},
      { verdict: 'fail', distance: { kind: 'climb', grades: 2 } },
    ],
    [
      'size undetermined',
      { kind: 'size', in: ['micro'] },
      { firm: { size: null } },
      { verdict: 'unknown', missing: 'declare' },
    ],
    [
      'industry known by section only',
      { kind: 'industry', in: ['14'] },
      { firm: { industryCode: null } },
      { verdict: 'unknown' },
    ],
    [
      'another section excludes the class',
      { kind: 'industry', in: ['F'] },
      {},
      { verdict: 'fail', distance: { kind: 'fixed' } },
    ],
    [
      'region known to the province only',
      { kind: 'region', in: ['6401'] },
      { firm: { regionCode: '640000' } },
      { verdict: 'unknown', missing: 'record' },
    ],
    [
      'no list of titles has arrived',
      { kind: 'title', anyOf: ['high-tech'] },
      { titles: null },
      { verdict: 'unknown' },
    ],
    [
      'title not held',
      { kind: 'title', anyOf: ['high-tech'] },
      {},
      { verdict: 'fail', distance: { kind: 'obtain' } },
    ],
    [
      'a first loan cannot be proved here',
      { kind: 'first-loan' },
      {},
      { verdict: 'unknown', missing: 'bank' },
    ],
    ['an earlier loan rules it out', { kind: 'first-loan' }, { hasBorrowed: true }, { verdict: 'fail' }],
    [
      'unsecured needs no pledge',
      { kind: 'collateral', in: ['credit', 'guarantee'] },
      {},
      { verdict: 'pass' },
    ],
    [
      'a mortgage needs one',
      { kind: 'collateral', in: ['real-estate'] },
      {},
      { verdict: 'fail', distance: { kind: 'change-need', to: null } },
    ],
    ['consent not given', { kind: 'consent' }, {}, { verdict: 'fail', distance: { kind: 'grant-consent' } }],
    [
      'the words of the bank',
      { kind: 'ask', zh: '有对公账户', en: 'has a company account' },
      {},
      { verdict: 'unknown', missing: 'bank' },
    ],
  ];
  it.each(cases)('%s', (_, atom, wish, expected) => {
    expect(line(atom, applicantWith(wish))).toMatchObject(expected);
  });
});

describe('the distance is true', () => {
  it('waiting until the day named, and not a day less, answers the question', () => {
    fc.assert(
      fc.property(
        arbitraryAtom.filter((x) => x.kind === 'age'),
        fc.boolean(),
        arbitraryApplicant,
        (atom, negated, a) => {
          const rule = negated ? not(atom) : atom;
          const { distance } = explain(rule, a) as AtomExplanation;
          if (distance?.kind !== 'wait') return;
          expect(verdictOf(rule, { ...a, today: distance.until })).toBe('pass');
          expect(verdictOf(rule, { ...a, today: addDays(distance.until, -1) })).toBe('fail');
        },
      ),
    );
  });

  it('moving the value to the one named answers the question', () => {
    const movable = arbitraryAtom.filter(
      (x) => x.kind === 'feature' || x.kind === 'amount' || x.kind === 'term',
    );
    fc.assert(
      fc.property(movable, fc.boolean(), arbitraryApplicant, (atom, negated, a) => {
        const rule = negated ? not(atom) : atom;
        const { distance } = explain(rule, a) as AtomExplanation;
        if (!distance || !('to' in distance) || distance.to === null) return;
        expect(verdictOf(rule, moved(atom, distance.to, a))).toBe('pass');
      }),
    );
  });
});

function moved(atom: Atom, to: number, a: Applicant): Applicant {
  if (atom.kind === 'amount') return { ...a, need: { ...a.need, amountFen: BigInt(to) as never } };
  if (atom.kind === 'term') return { ...a, need: { ...a.need, termMonths: to } };
  return atom.kind === 'feature' ? { ...a, features: new Map(a.features).set(atom.code, to) } : a;
}
