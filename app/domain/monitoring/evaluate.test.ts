import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import type { BatchId, EnterpriseId, FactId, InstitutionId } from '~/domain/kernel/id.ts';
import { fen, yuan, zeroFen } from '~/domain/kernel/money.ts';
import type { Fact } from '~/domain/record/fact.ts';
import { evaluateSignals, type WatchedFirm } from './evaluate.ts';
import { moreSevere, type Signal } from './signal.ts';

const signals: Signal[] = JSON.parse(
  readFileSync(new URL('../../../prisma/seed/policy/signals.json', import.meta.url), 'utf8'),
);
const today = day('2026-11-23');

const fact = (id: string, over: Partial<Fact>): Fact => ({
  id: id as FactId,
  enterpriseId: 'e' as EnterpriseId,
  item: 'tax.arrears',
  occurredOn: day('2026-11-01'),
  precision: 'day',
  endedOn: null,
  amount: null,
  quantity: null,
  category: null,
  knownAt: new Date('2026-11-02T00:00:00Z'),
  batchId: 'b' as BatchId,
  providerId: 'p' as InstitutionId,
  ...over,
});
const firm = (facts: Fact[], arrears: Partial<WatchedFirm['arrears']> = {}): WatchedFirm => ({
  loanId: 'loan',
  facts,
  arrears: { dpd: 0, oldestUnpaidOn: null, overduePrincipal: zeroFen, overdueInterest: zeroFen, ...arrears },
});
const hitsOf = (facts: Fact[], arrears?: Partial<WatchedFirm['arrears']>) =>
  evaluateSignals(firm(facts, arrears), signals, today);

test('a firm without facts and arrears raises nothing', () => {
  expect(hitsOf([])).toEqual([]);
});

test('a hit carries its evidence, figures, version and group', () => {
  const facts = [
    fact('a', { amount: yuan(800) }),
    fact('b', { amount: yuan(275), occurredOn: day('2026-10-15') }),
  ];
  expect(hitsOf([...facts, fact('paid', { endedOn: day('2026-11-10') })])).toEqual([
    {
      signal: 'tax-arrears',
      version: 1,
      severity: 'orange',
      groupKey: 'loan/tax-arrears',
      factIds: ['a', 'b'],
      figures: { count: 2, months: 1, amountFen: '107500', since: '2026-10-15' },
    },
  ]);
});

test('an overdue loan tells days, amount and since when', () => {
  const since = day('2026-10-20');
  const arrears = { dpd: 34, oldestUnpaidOn: since, overduePrincipal: yuan(900), overdueInterest: yuan(100) };
  expect(hitsOf([], arrears)).toMatchObject([
    {
      signal: 'loan-overdue',
      severity: 'orange',
      factIds: [],
      figures: { dpd: 34, amountFen: '100000', since },
    },
  ]);
});

describe('what cannot be placed raises nothing', () => {
  test.each([
    ['an event without a date', { item: 'tax.late-filing', occurredOn: null }],
    ['an event of tomorrow', { item: 'tax.late-filing', occurredOn: addDays(today, 1) }],
    ['an entry of tomorrow', { item: 'court.dishonesty', occurredOn: addDays(today, 1) }],
    [
      'a monthly figure of year precision',
      { item: 'business.monthly-result', precision: 'year', amount: fen(-1) },
    ],
  ] as const)('%s', (_, over) => {
    expect(hitsOf([fact('x', over)])).toEqual([]);
  });
});

test('an entry whose beginning is unknown still counts while it holds', () => {
  expect(hitsOf([fact('x', { item: 'court.dishonesty', occurredOn: null })])).toMatchObject([
    { severity: 'red' },
  ]);
});

const anyFact = fc.record({
  item: fc.constantFrom(
    'court.hearing',
    'court.dishonesty',
    'tax.arrears',
    'tax.payment',
    'utility.power-usage',
    'business.monthly-result',
  ),
  before: fc.nat(800),
  amount: fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 })),
  quantity: fc.option(fc.nat(50)),
  category: fc.constantFrom(null, 'defendant', 'plaintiff'),
});
const built = (
  list: {
    item: string;
    before: number;
    amount: number | null;
    quantity: number | null;
    category: string | null;
  }[],
) =>
  list.map(({ before, amount, ...rest }, i) =>
    fact(String(i), {
      ...rest,
      amount: amount === null ? null : fen(amount),
      occurredOn: addDays(today, -before),
    }),
  );

test('the order of facts changes nothing but the order of evidence', () => {
  const shape = (facts: Fact[]) =>
    hitsOf(facts).map((hit) => ({ ...hit, factIds: [...hit.factIds].sort(), figures: hit.figures }));
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 40 }), (list) => {
      const facts = built(list);
      expect(shape([...facts].reverse())).toEqual(shape(facts));
    }),
  );
});

test('evidence is always among the facts that were shown, and every hit rests on something', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 40 }), (list) => {
      const facts = built(list);
      const ids = new Set(facts.map((f) => f.id));
      for (const hit of hitsOf(facts)) {
        expect(hit.factIds.length).toBeGreaterThan(0);
        expect(hit.factIds.every((id) => ids.has(id))).toBe(true);
      }
    }),
  );
});

test('more days past due never lower the severity', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.nat(100), (dpd, more) => {
      const [before] = hitsOf([], { dpd });
      const [after] = hitsOf([], { dpd: dpd + more });
      if (before) expect(after && !moreSevere(before.severity, after.severity)).toBe(true);
    }),
  );
});

test('what a consent hides raises nothing that was not raised before: no signal is made by knowing less', () => {
  const items = [
    ...new Set(signals.flatMap(({ body }) => (body.active && 'items' in body.rule ? body.rule.items : []))),
  ];
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 40 }), fc.subarray(items), (list, hidden) => {
      const facts = built(list);
      const whole = new Map(hitsOf(facts).map((hit) => [hit.signal, hit.severity]));
      for (const { signal, severity } of hitsOf(facts.filter((f) => !hidden.includes(f.item)))) {
        const known = whole.get(signal);
        expect(known !== undefined && !moreSevere(severity, known)).toBe(true);
      }
    }),
  );
});
