import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, day } from '~/domain/kernel/day.ts';
import { fen, yuan } from '~/domain/kernel/money.ts';
import { tiers } from './five-tier.ts';
import {
  checkRenewal,
  mayRenew,
  type RenewalRules,
  type RenewedLoan,
  renewableFrom,
  renewalChecks,
} from './renewal-application.ts';
import { borrowerSizes } from './servicing-rules.ts';

const versions: { version: number; body: RenewalRules; unverified: string[] }[] = JSON.parse(
  readFileSync(new URL('../../../prisma/seed/policy/servicing.json', import.meta.url), 'utf8'),
);
const policy = versions.at(-1) as (typeof versions)[number];
const rules = policy.body;
const maturityOn = day('2027-01-31');
const good: RenewedLoan = {
  state: 'active',
  maturityOn,
  dpd: 0,
  tier: 'normal',
  purpose: 'working-capital',
  outstanding: yuan(500_000),
  size: 'small',
  isAsked: false,
  isOffered: true,
};
const wish = { amount: yuan(500_000), termMonths: 12 };
const failed = (loan: RenewedLoan, on = day('2026-11-27')) =>
  mayRenew(loan, on, rules).flatMap(({ check, verdict }) =>
    verdict === 'pass' ? [] : [`${check} ${verdict}`],
  );

test('the figures of ours are flagged in the data', () => {
  expect(policy.unverified).toContain('asking');
});

test('a small firm’s working capital, paid on time, may be renewed from three months before it matures', () => {
  expect(renewableFrom(maturityOn, rules.asking)).toBe('2026-10-31');
  expect(failed(good, day('2026-10-30'))).toEqual(['window fail']);
  expect(failed(good, day('2026-10-31'))).toEqual([]);
  expect(failed(good, day('2027-01-30'))).toEqual([]);
  expect(failed(good, maturityOn)).toEqual(['window fail']);
});

test.each<[string, Partial<RenewedLoan>, string[]]>([
  ['one day past due', { dpd: 1 }, ['dpd fail']],
  ['special mention', { tier: 'special-mention' }, []],
  ['substandard', { tier: 'substandard' }, ['class fail']],
  ['equipment', { purpose: 'equipment' }, ['purpose fail']],
  ['a renewal renewed again', { purpose: 'renewal' }, []],
  ['a large firm', { size: 'large' }, ['size fail']],
  ['a medium firm that matures in time', { size: 'medium' }, []],
  ['a sole trader', { size: 'sole-trader' }, []],
  ['nobody determined the size', { size: null }, ['size unknown']],
  ['asked already', { isAsked: true }, ['once fail']],
  ['the product is off the shelf', { isOffered: false }, ['offered fail']],
  ['nothing outstanding', { outstanding: fen(0) }, ['live fail']],
  ['renewed', { state: 'renewed' }, ['live fail']],
])('%s', (_, change, expected) => {
  expect(failed({ ...good, ...change })).toEqual(expected);
});

const anyLoan = fc.record<RenewedLoan>({
  state: fc.constantFrom('active', 'settled', 'renewed', 'written-off'),
  maturityOn: fc.integer({ min: -200, max: 200 }).map((n) => addDays(maturityOn, n)),
  dpd: fc.constantFrom(0, 0, 0, 1, 91),
  tier: fc.constantFrom(...tiers),
  purpose: fc.constantFrom('working-capital', 'renewal', 'equipment'),
  outstanding: fc.bigInt({ min: 0n, max: 10_000n }).map(fen),
  size: fc.constantFrom(...borrowerSizes, null),
  isAsked: fc.boolean(),
  isOffered: fc.boolean(),
});

test('what may be asked for is what no rule fails, never more than is out, on no longer term, and always before maturity', () => {
  const wished = fc.record({
    amount: fc.bigInt({ min: -5n, max: 10_005n }).map(fen),
    termMonths: fc.integer({ min: 1, max: 60 }),
  });
  const on = fc.integer({ min: -250, max: 250 }).map((n) => addDays(maturityOn, n));
  fc.assert(
    fc.property(anyLoan, wished, on, (loan, asked, today) => {
      const lines = mayRenew(loan, today, rules);
      expect(lines.map((line) => line.check)).toEqual([...renewalChecks]);
      const isFree = lines.every((line) => line.verdict !== 'fail');
      const fits =
        asked.amount > 0n &&
        asked.amount <= loan.outstanding &&
        asked.termMonths <= rules.asking.mostTermMonths;
      const refusal = checkRenewal(loan, asked, today, rules);
      expect(refusal === null).toBe(isFree && fits);
      if (!isFree) expect(refusal?.code).toBe('loan.renewal-not-now');
      if (refusal === null) {
        expect(today < loan.maturityOn).toBe(true);
        expect(today >= addMonths(loan.maturityOn, -rules.asking.monthsBefore)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
  expect(checkRenewal(good, wish, day('2026-11-27'), rules)).toBeNull();
  expect(checkRenewal(good, { ...wish, amount: yuan(500_001) }, day('2026-11-27'), rules)).toMatchObject({
    code: 'loan.renewal-amount',
    mostFen: yuan(500_000),
  });
});
