import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import policy from '#prisma/seed/policy/recommended-list.json' with { type: 'json' };
import { day } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import {
  mayAnswerNomination,
  mayList,
  mayNominate,
  mayReview,
  principleDeadline,
  recommendationStates,
} from './recommendation.ts';
import { judgeStandards, type StandardFacts, type StandardRule, standardNames } from './standards.ts';

const rules = policy.body.standards as unknown as StandardRule[];
const clean = [
  'serious-list-in-force',
  'tax-major-violation-in-force',
  'penalty-serious-36m',
  'abnormal-list-in-force',
  'dishonest-debtor-in-force',
  'debt-evasion-in-force',
];
const facts = (wish: Partial<StandardFacts> = {}): StandardFacts => ({
  today: day('2026-11-27'),
  inBusiness: true,
  establishedOn: day('2020-01-01'),
  hasAddress: true,
  revenueFen: Number(wan(500)),
  features: new Map(clean.map((code) => [code, 0])),
  grade: 'B',
  need: { amountFen: wan(80), purpose: 'working-capital' },
  ...wish,
});
const verdicts = (wish: Partial<StandardFacts> = {}) =>
  Object.fromEntries(judgeStandards(rules, facts(wish)).map(({ standard, verdict }) => [standard, verdict]));
const code = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code;

test.each(policy.examples)('an answer to a firm taken up on $takenOn is due on $answerLastDay', (example) => {
  expect(principleDeadline(day(example.takenOn), policy.body)).toBe(example.answerLastDay);
});

describe('the five standards', () => {
  it('are met by records, but for the use of the money, which somebody has to look at', () => {
    expect(rules.map(({ standard }) => standard)).toEqual([...standardNames]);
    expect(verdicts()).toEqual({
      'lawful-operation': 'met',
      'fixed-premises': 'met',
      'real-need': 'met',
      'good-credit': 'met',
      'lawful-use': 'unknown',
    });
  });

  it.each<[string, Partial<StandardFacts>, string, string]>([
    ['a revoked licence', { inBusiness: false }, 'lawful-operation', 'failed'],
    ['founded last month', { establishedOn: day('2026-11-01') }, 'lawful-operation', 'failed'],
    ['founded three months ago to the day', { establishedOn: day('2026-08-27') }, 'lawful-operation', 'met'],
    ['no founding day', { establishedOn: null }, 'lawful-operation', 'unknown'],
    ['no address', { hasAddress: false }, 'fixed-premises', 'unknown'],
    ['no need named', { need: null }, 'real-need', 'unknown'],
    ['a need of the whole revenue', { revenueFen: Number(wan(80)) }, 'real-need', 'met'],
    ['a need beyond the revenue', { revenueFen: Number(wan(80)) - 1 }, 'real-need', 'unknown'],
    ['no grade', { grade: null }, 'good-credit', 'unknown'],
    ['the worst grade', { grade: 'D' }, 'good-credit', 'failed'],
    ['the least grade', { grade: 'C' }, 'good-credit', 'met'],
  ])('%s', (_, wish, standard, verdict) => {
    expect(verdicts(wish)[standard]).toBe(verdict);
  });

  it('say unknown and never failed where a firm is not known at all', () => {
    const features = new Map<string, number>();
    const nothing = {
      features,
      grade: null,
      need: null,
      establishedOn: null,
      hasAddress: false,
      revenueFen: null,
    };
    expect(Object.values(verdicts(nothing))).toEqual(Array(5).fill('unknown'));
  });

  it('only gain by a register that reports nothing bad: one more known zero never fails a standard', () => {
    fc.assert(
      fc.property(fc.subarray(clean), fc.constantFrom(...clean), (known, more) => {
        const at = (codes: readonly string[]) =>
          verdicts({ features: new Map(codes.map((each) => [each, 0])) });
        const [before, after] = [at(known), at([...known, more])];
        for (const standard of standardNames) {
          expect(after[standard]).not.toBe('failed');
          if (before[standard] === 'met') expect(after[standard]).toBe('met');
        }
      }),
    );
  });
});

describe('the recommended list', () => {
  const standards = (wish: Partial<StandardFacts> = {}) => judgeStandards(rules, facts(wish));

  it('takes no firm that misses a standard by records, whatever anybody vouches', () => {
    expect(code(mayNominate(standards({ grade: 'D' })))).toBe('need.standard-failed');
    expect(code(mayList(standards({ grade: 'D' }), standardNames))).toBe('need.standard-failed');
  });

  it('takes a firm once somebody vouches for what records leave open, and for that alone', () => {
    expect(mayList(standards(), [])).toEqual({
      ok: false,
      refusal: { code: 'need.standard-open', standards: ['lawful-use'] },
    });
    expect(mayList(standards(), standardNames)).toEqual({ ok: true, value: ['lawful-use'] });
  });

  it('is reviewed after the firm agreed, by nobody who nominated it or agreed for it', () => {
    const about = { nominatedBy: 'a', agreedBy: 'b' };
    expect(code(mayReview({ ...about, state: 'nominated' }, 'c'))).toBe('need.not-agreed-yet');
    expect(code(mayReview({ ...about, state: 'agreed' }, 'a'))).toBe('need.own-nomination');
    expect(code(mayReview({ ...about, state: 'agreed' }, 'b'))).toBe('need.own-nomination');
    expect(code(mayReview({ ...about, state: 'agreed' }, 'c'))).toBe('ok');
    expect(code(mayReview({ ...about, state: 'listed' }, 'c'))).toBe('need.nomination-over');
  });

  it.each(recommendationStates)('lets the firm answer while nobody reviewed it: %s', (state) => {
    const may = mayAnswerNomination({ state, nominatedBy: 'a', agreedBy: null });
    expect(may.ok).toBe(state === 'nominated' || state === 'agreed');
  });
});
