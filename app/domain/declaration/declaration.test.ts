import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import policy from '#prisma/seed/policy/self-declaration.json' with { type: 'json' };
import {
  answerDueOf,
  checkFigures,
  checkJudge,
  type Declaration,
  type DeclarationState,
  declarableYears,
  declarationStates,
  differencePpm,
} from '~/domain/declaration/declaration.ts';
import {
  type DeclaredFact,
  factsOf,
  type HeldFact,
  stepsBetween,
} from '~/domain/declaration/declared-fact.ts';
import { day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { fen, wan } from '~/domain/kernel/money.ts';

const rules = policy.body;
const today = day('2026-11-27');
const none = { employees: null, revenue: null, assets: null, orders: null };
const declaration = (given: Partial<Declaration> = {}): Declaration => ({
  ...{ ...none, id: 'd1', enterpriseId: 'firm' as EnterpriseId, state: 'in-force', year: 2025 },
  ...{ signedAt: new Date('2026-11-20T02:00:00Z'), answerDue: null, isAnswered: false },
  ...{ doubtedBy: null, decidedAt: null, revenue: wan(300) },
  ...given,
});
const check = (figures: Partial<Declaration>, more: Partial<Parameters<typeof checkFigures>[1]> = {}) =>
  checkFigures(
    { ...none, year: 2025, ...figures },
    { today, rules, known: new Set(), current: null, ...more },
  );
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code;

describe('figures', () => {
  test('are declared for years that are over, as far back as the rules say', () => {
    expect(declarableYears(today, rules)).toEqual([2025, 2024]);
    expect(codeOf(check({ revenue: wan(3) }))).toBe('ok');
    for (const year of [2023, 2026])
      expect(codeOf(check({ revenue: wan(3), year }))).toBe('declaration.year');
  });

  test('of nothing at all, or of what a public body supplied, are refused', () => {
    expect(codeOf(check({}))).toBe('declaration.empty');
    const known = new Set(['revenue'] as const);
    expect(check({ revenue: wan(3), orders: wan(1) }, { known })).toMatchObject({
      refusal: { code: 'declaration.known-already', elements: ['revenue'] },
    });
    expect(codeOf(check({ orders: wan(1) }, { known }))).toBe('ok');
  });

  test('under doubt cannot be replaced before the decision', () => {
    expect(codeOf(check({ revenue: wan(3) }, { current: { state: 'doubted' } }))).toBe(
      'declaration.under-doubt',
    );
    expect(codeOf(check({ revenue: wan(3) }, { current: { state: 'in-force' } }))).toBe('ok');
  });
});

describe('a doubt', () => {
  test('is answered within working days; the example of the policy holds', () => {
    for (const example of policy.examples)
      expect(answerDueOf(day(example.doubtedOn), rules)).toBe(example.answerDue);
  });

  test('is decided by a second person, after the answer or after its days', () => {
    const doubted = declaration({ state: 'doubted', doubtedBy: 'a', answerDue: day('2026-12-04') });
    expect(codeOf(checkJudge(doubted, { by: 'a', today }))).toBe('declaration.same-person');
    expect(codeOf(checkJudge(doubted, { by: 'b', today }))).toBe('declaration.answer-open');
    expect(codeOf(checkJudge(doubted, { by: 'b', today: day('2026-12-04') }))).toBe(
      'declaration.answer-open',
    );
    expect(codeOf(checkJudge(doubted, { by: 'b', today: day('2026-12-05') }))).toBe('ok');
    expect(codeOf(checkJudge({ ...doubted, isAnswered: true }, { by: 'b', today }))).toBe('ok');
    expect(codeOf(checkJudge(declaration(), { by: 'b', today }))).toBe('declaration.not-doubted');
  });

  test('rests on a difference in ppm of the official figure, rounded down', () => {
    expect(differencePpm(wan(120), wan(100))).toBe(200_000);
    expect(differencePpm(wan(80), wan(100))).toBe(200_000);
    expect(differencePpm(1n, 3n)).toBe(666_666);
    expect([differencePpm(null, 1n), differencePpm(1n, null), differencePpm(1n, 0n)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

/** The store as rows: every step supersedes what stood. */
function apply(held: readonly HeldFact[], wanted: readonly DeclaredFact[]): HeldFact[] {
  const steps = stepsBetween(held, wanted);
  const gone = new Set(steps.map(({ supersedes }) => supersedes));
  const added = steps
    .filter(({ op }) => op !== 'revoke')
    .map(({ fact }, i) => ({ ...fact, factId: `f${i}-${fact.key}` }));
  return [...held.filter(({ factId }) => !gone.has(factId)), ...added];
}
const content = (facts: readonly DeclaredFact[]) =>
  facts
    .map(({ key, item, occurredOn, precision, amount, quantity, category }) =>
      [key, item, occurredOn, precision, amount, quantity, category].join(' '),
    )
    .toSorted();

describe('records', () => {
  test('of a declaration that stands are its figures and its promise', () => {
    expect(content(factsOf([declaration({ employees: 12, orders: fen(5n) })]))).toEqual([
      'd1|employees declared.staff 2025-01-01 year  12 ',
      'd1|orders declared.figures 2026-11-20 day 5  orders',
      'd1|promise rating.promise 2026-11-20 day   made',
      'd1|revenue declared.figures 2025-01-01 year 300000000  revenue',
    ]);
  });

  test('of one found untrue are a broken promise, from the day of the decision, and no figures', () => {
    const broken = declaration({ state: 'broken', decidedAt: new Date('2026-12-08T18:00:00Z') });
    expect(content(factsOf([broken]))).toEqual(['d1|promise rating.promise 2026-12-09 day   broken']);
  });

  const figure = fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n }).map(fen), { nil: null });
  const arbitrary = fc.record({
    state: fc.constantFrom<DeclarationState>(...declarationStates),
    ...{ revenue: figure, assets: figure, orders: figure },
    employees: fc.option(fc.nat(500), { nil: null }),
    year: fc.integer({ min: 2020, max: 2025 }),
  });
  const several = fc
    .array(arbitrary, { maxLength: 5 })
    .map((given) =>
      given.map((each, i) =>
        declaration({ ...each, id: `d${i}`, decidedAt: new Date('2026-11-27T00:00:00Z') }),
      ),
    );

  test('follow the declarations from whatever was held before, and asked again add nothing', () => {
    fc.assert(
      fc.property(several, several, (before, after) => {
        const first = apply([], factsOf(before));
        expect(content(first)).toEqual(content(factsOf(before)));
        const second = apply(first, factsOf(after));
        expect(content(second)).toEqual(content(factsOf(after)));
        expect(stepsBetween(second, factsOf(after))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
