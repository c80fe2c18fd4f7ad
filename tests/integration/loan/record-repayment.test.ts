import { beforeAll, expect, test } from 'vitest';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan, instalmentOf } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { addDays, addMonths, day } from '~/domain/kernel/day.ts';
import { fen, yuan } from '~/domain/kernel/money.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { classifyDebtorLoans } from '~/server/loan/classify-debtor.ts';
import { recordRepayment } from '~/server/loan/record-repayment.ts';
import { showLoan } from '~/server/loan/show-loan.ts';

freshDatabase();
let parties: Parties;
const today = clock.today();

beforeAll(async () => {
  await withActor(system('test'), (tx) => seedPolicy(tx, new Date()));
  parties = await createParties();
});

const lend = (monthsAgo: number) =>
  createLoan({
    enterpriseId: parties.enterpriseId,
    institutionId: parties.bankA.id,
    disbursedOn: addDays(addMonths(today, -monthsAgo), -10),
  });

async function opened(loanId: Parameters<typeof instalmentOf>[0]) {
  const shown = await showLoan(parties.bankA.officer, loanId);
  if (!shown.ok) throw new Error(shown.refusal.code);
  return shown.value;
}

test('an unpaid instalment makes the loan overdue; paying it with its true date heals the count', async () => {
  const loan = await lend(1);
  await withActor(parties.bankA.officer, (tx) =>
    classifyDebtorLoans(tx, parties.enterpriseId, parties.bankA.id, today),
  );
  expect(await opened(loan)).toMatchObject({ dpd: 10, tier: 'special-mention' });

  const due = await instalmentOf(loan, 1);
  const recorded = await recordRepayment(parties.bankA.officer, loan, {
    paidOn: addDays(today, -10),
    ...due,
  });
  expect(recorded).toEqual({ ok: true, value: 'recorded' });
  const after = await opened(loan);
  expect(after).toMatchObject({ dpd: 0, tier: 'normal' });
  expect(after.instalments[0]?.state).toBe('paid');
  expect(BigInt(after.balanceFen)).toBe(yuan(120_000) - due.principal);
});

test('paying all principal settles the loan, and then nothing more is taken', async () => {
  const loan = await lend(0);
  const all = { paidOn: today, principal: yuan(120_000), interest: fen(100) };
  expect(await recordRepayment(parties.bankA.officer, loan, all)).toEqual({ ok: true, value: 'settled' });
  expect(await opened(loan)).toMatchObject({ state: 'settled', balanceFen: '0', settledOn: today });
  const again = await recordRepayment(parties.bankA.officer, loan, { ...all, principal: fen(1) });
  expect(again).toEqual({ ok: false, refusal: { code: 'loan.not-live' } });
});

test.each([
  ['more than the balance', { principal: yuan(120_001), interest: fen(0) }, 'loan.repayment-too-much'],
  ['nothing', { principal: fen(0), interest: fen(0) }, 'loan.repayment-nothing'],
  ['tomorrow', { principal: fen(1), interest: fen(0), paidOn: addDays(today, 1) }, 'loan.event-date'],
  [
    'before the disbursement',
    { principal: fen(1), interest: fen(0), paidOn: day('2020-01-01') },
    'loan.event-date',
  ],
])('%s is refused and nothing is written', async (_, payment, code) => {
  const loan = await lend(0);
  const outcome = await recordRepayment(parties.bankA.officer, loan, { paidOn: today, ...payment });
  expect(outcome).toMatchObject({ ok: false, refusal: { code } });
  expect((await opened(loan)).repayments).toEqual([]);
});

test('another bank and its officer meet the same answer as for a loan that does not exist', async () => {
  const loan = await lend(0);
  const stranger = parties.bankB.officer;
  expect(await showLoan(stranger, loan)).toEqual({ ok: false, refusal: { code: 'loan.not-found' } });
  const payment = { paidOn: today, principal: fen(1), interest: fen(0) };
  expect(await recordRepayment(stranger, loan, payment)).toEqual({
    ok: false,
    refusal: { code: 'loan.not-found' },
  });
});

test('two payments at once that together exceed the balance: one is refused', async () => {
  const loan = await lend(0);
  const payment = { paidOn: today, principal: yuan(70_000), interest: fen(0) };
  const both = await Promise.all([1, 2].map(() => recordRepayment(parties.bankA.officer, loan, payment)));
  expect(both.map((r) => (r.ok ? r.value : r.refusal.code)).sort()).toEqual([
    'loan.repayment-too-much',
    'recorded',
  ]);
});
