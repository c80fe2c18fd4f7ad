import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicantWith } from '#tests/factories/applicant.ts';
import { arbitraryApplicant, arbitraryAtom, arbitraryRule } from '#tests/factories/arbitrary-rule.ts';
import { addDays, addMonths, day } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { compileRules, verdictCodes } from '~/domain/product/compile.ts';
import { type AtomExplanation, conditionsOf, explain } from '~/domain/product/explain.ts';
import { type Atom, all, any, negate, not, type Rule, ruleSchema } from '~/domain/product/predicate.ts';

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
      'a feature behind the consent',
      { kind: 'feature', code: 'tax-months', atLeast: 6 },
      { consentFeatures: new Set(['tax-months']) },
      {
        verdict: 'unknown',
        missing: 'consent',
        distance: null,
      },
    ],
    [
      'the same feature with consent but without a record',
      { kind: 'feature', code: 'tax-months', atLeast: 6 },
      {
        consentFeatures: new Set(['tax-months']),
        hasConsented: true,
      },
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

describe('the tree', () => {
  const [yes, no, open]: Atom[] = [
    { kind: 'active' },
    { kind: 'consent' },
    { kind: 'ask', zh: '问', en: 'ask' },
  ];
  const table: [Rule, string][] = [
    [all(), 'pass'],
    [any(), 'fail'],
    [all(yes as Atom, open as Atom), 'unknown'],
    [all(no as Atom, open as Atom), 'fail'],
    [any(no as Atom, open as Atom), 'unknown'],
    [any(yes as Atom, open as Atom), 'pass'],
    [not(open as Atom), 'unknown'],
  ];
  it.each(table)('%j → %s', (rule, verdict) => expect(verdictOf(rule, applicantWith())).toBe(verdict));

  it('negation swaps pass and fail and leaves unknown', () => {
    fc.assert(
      fc.property(arbitraryRule, arbitraryApplicant, (rule, a) => {
        expect(verdictOf(not(rule), a)).toBe(negate(verdictOf(rule, a)));
      }),
    );
  });

  it('De Morgan holds for three values', () => {
    fc.assert(
      fc.property(fc.array(arbitraryRule, { maxLength: 4 }), arbitraryApplicant, (rules, a) => {
        expect(verdictOf(not(all(...rules)), a)).toBe(verdictOf(any(...rules.map(not)), a));
        expect(verdictOf(not(any(...rules)), a)).toBe(verdictOf(all(...rules.map(not)), a));
      }),
    );
  });

  it('the order of conditions changes nothing', () => {
    const shuffled = fc
      .array(arbitraryRule, { maxLength: 5 })
      .chain((rules) =>
        fc.tuple(fc.constant(rules), fc.shuffledSubarray(rules, { minLength: rules.length })),
      );
    fc.assert(
      fc.property(shuffled, arbitraryApplicant, ([rules, other], a) => {
        expect(verdictOf(all(...other), a)).toBe(verdictOf(all(...rules), a));
        expect(verdictOf(any(...other), a)).toBe(verdictOf(any(...rules), a));
      }),
    );
  });

  it('every failing question has a distance, every unknown says what is missing, and only those', () => {
    fc.assert(
      fc.property(arbitraryAtom, fc.boolean(), arbitraryApplicant, (atom, negated, a) => {
        const answer = explain(negated ? not(atom) : atom, a) as AtomExplanation;
        expect(answer.distance !== null).toBe(answer.verdict === 'fail');
        expect(answer.missing !== null).toBe(answer.verdict === 'unknown');
      }),
    );
  });

  it('opens nested "all" into lines and keeps "any" together', () => {
    const rule = all(yes as Atom, all(no as Atom, any(yes as Atom, open as Atom)));
    expect(conditionsOf(explain(rule, applicantWith())).map((c) => c.kind)).toEqual(['atom', 'atom', 'any']);
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

describe('the compiled rules', () => {
  it('answer exactly as the explainer does', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryRule, { minLength: 1, maxLength: 6 }),
        fc.array(arbitraryApplicant, { minLength: 1, maxLength: 4 }),
        (rules, firms) => {
          const compiled = compileRules(rules, (firms[0] as Applicant).today);
          const codes = new Uint8Array(compiled.size);
          for (const firm of firms) {
            compiled.judge(firm, codes);
            expect([...codes]).toEqual(rules.map((rule) => verdictCodes[verdictOf(rule, firm)]));
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('count months as a person does, at every end of a month', () => {
    const ends = ['2024-02-29', '2026-02-28', '2026-11-30', '2026-12-31'].map(day);
    for (const today of ends) {
      for (let months = 1; months <= 25; months += 1) {
        const rule: Rule = { kind: 'age', atLeast: months };
        const compiled = compileRules([rule], today);
        for (let n = -3; n <= 3; n += 1) {
          const firm = applicantWith({
            today,
            firm: { establishedOn: addDays(addMonths(today, -months), n) },
          });
          const code = new Uint8Array(1);
          compiled.judge(firm, code);
          expect(code[0]).toBe(verdictCodes[verdictOf(rule, firm)]);
        }
      }
    }
  });

  it('ask a question that several products share only once', () => {
    const shared: Atom = { kind: 'grade', atLeast: 'B' };
    expect(
      compileRules([all(shared, { kind: 'active' }), not(shared)], day('2026-11-23')).atoms,
    ).toHaveLength(2);
  });
});

it('a stored tree is read back as it was, and anything else is refused', () => {
  fc.assert(
    fc.property(arbitraryRule, (rule) => {
      expect(ruleSchema.parse(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
    }),
  );
  for (const wrong of [
    {},
    { kind: 'all' },
    { kind: 'grade', atLeast: 'E' },
    { kind: 'region', in: [] },
    { kind: 'age', atLeast: 1.5 },
    { kind: 'eval', code: 'true' },
  ])
    expect(ruleSchema.safeParse(wrong).success).toBe(false);
});
