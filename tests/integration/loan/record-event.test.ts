import { beforeAll, expect, test } from 'vitest';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { seedReferenceTables } from '#prisma/seed/reference.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan, instalmentOf } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { addDays, addMonths, type Day, day, startOf } from '~/domain/kernel/day.ts';
import type { LoanId } from '~/domain/kernel/id.ts';
import { fen, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { classifyDebtorLoans } from '~/server/loan/classify-debtor.ts';
import { decideWriteOff } from '~/server/loan/decide-write-off.ts';
import { extendLoan } from '~/server/loan/extend-loan.ts';
import { listMonth } from '~/server/loan/list-month.ts';
import { proposeWriteOff } from '~/server/loan/propose-write-off.ts';
import { recordLoanEvent } from '~/server/loan/record-event.ts';
import { recordRepayment } from '~/server/loan/record-repayment.ts';
import { remindMaturity } from '~/server/loan/remind-maturity.ts';
import { renewLoan } from '~/server/loan/renew-loan.ts';
import { repriceLoans } from '~/server/loan/reprice-loans.ts';
import { showLoan } from '~/server/loan/show-loan.ts';

freshDatabase();
let parties: Parties;
const today = clock.today();
const platform = system('test');

beforeAll(async () => {
  await withActor(platform, async (tx) => {
    await seedReferenceTables(tx);
    await seedPolicy(tx, new Date());
  });
});

/** Each test has a firm of its own, so that no other loan pulls its class. */
async function lend(disbursedOn: Day, termMonths = 12): Promise<LoanId> {
  parties = await createParties();
  return createLoan({
    enterpriseId: parties.enterpriseId,
    institutionId: parties.bankA.id,
    disbursedOn,
    termMonths,
  });
}

const opened = async (loan: string) => insist(await showLoan(parties.bankA.officer, loan));
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) =>
  outcome.ok ? 'ok' : outcome.refusal?.code;

async function payInstalments(loan: LoanId, count: number, from = 1) {
  const { instalments } = await opened(loan);
  for (let seq = from; seq < from + count; seq += 1) {
    const due = await instalmentOf(loan, seq);
    const paidOn = day(instalments[seq - 1]?.dueOn ?? '');
    insist(await recordRepayment(parties.bankA.officer, loan, { paidOn, ...due }));
  }
}

test('a prepayment makes the instalments smaller; reversed, the schedule is as before', async () => {
  const loan = await lend(addDays(addMonths(today, -2), -1));
  await payInstalments(loan, 2);
  const before = await opened(loan);
  const ahead = {
    paidOn: today,
    principal: yuan(50_000),
    interest: zeroFen,
    ahead: 'smaller-instalment',
  } as const;
  insist(await recordRepayment(parties.bankA.officer, loan, ahead));
  const after = await opened(loan);
  expect(after.instalments).toHaveLength(before.instalments.length + 1);
  expect(BigInt(after.balanceFen)).toBe(BigInt(before.balanceFen) - yuan(50_000));
  expect(BigInt(after.nextPayment?.fen ?? 0) < BigInt(before.nextPayment?.fen ?? 0)).toBe(true);

  const event = after.log.find((e) => e.kind === 'prepayment')?.id ?? '';
  const reversal = { kind: 'reversal', on: today, of: event } as const;
  insist(await recordLoanEvent(parties.bankA.officer, loan, reversal));
  const undone = await opened(loan);
  expect(undone.instalments).toEqual(before.instalments);
  expect(undone.balanceFen).toBe(before.balanceFen);
  expect(undone.log.find((e) => e.id === event)?.reversed).toBe(true);
  expect(codeOf(await recordLoanEvent(parties.bankA.officer, loan, reversal))).toBe(
    'loan.nothing-to-reverse',
  );
});

test('a payment entered late corrects the class on record of the days before, and adds rows instead of editing', async () => {
  const loan = await lend(addDays(addMonths(today, -5), -1));
  await withActor(platform, (tx) =>
    classifyDebtorLoans(tx, parties.enterpriseId, parties.bankA.id, addDays(today, -20)),
  );
  await withActor(platform, (tx) => classifyDebtorLoans(tx, parties.enterpriseId, parties.bankA.id, today));
  expect(await opened(loan)).toMatchObject({ tier: 'substandard' });
  const rows = () => withActor(platform, (tx) => tx.loanClass.count({ where: { loanId: loan } }));
  const before = await rows();
  await payInstalments(loan, 5);
  expect(await opened(loan)).toMatchObject({ tier: 'normal', dpd: 0, classes: [{ tier: 'normal' }] });
  expect(await rows()).toBeGreaterThan(before);
});

test('a class is recorded by the clock that the platform goes by, each row of one day after the one before', async () => {
  const loan = await lend(addDays(addMonths(today, -4), -1));
  const told = addDays(today, -15);
  const classify = () =>
    withActor(platform, (tx) => classifyDebtorLoans(tx, parties.enterpriseId, parties.bankA.id, told));
  const rows = () =>
    withActor(platform, (tx) =>
      tx.loanClass.findMany({
        where: { loanId: loan, asOf: dateOfDay(told) },
        orderBy: { recordedAt: 'asc' },
      }),
    );
  await onDay(told, async () => {
    await classify();
    await payInstalments(loan, 3);
    await classify();
  });
  const kept = await rows();
  expect(kept.map(({ tier }) => tier)).toEqual([
    'special-mention',
    'special-mention',
    'special-mention',
    'normal',
  ]);
  for (const { recordedAt } of kept)
    expect(recordedAt.getTime()).toBeLessThan(startOf(addDays(told, 1)).getTime());
});

test('what the bank finds bears on the class: misuse until it is reversed, a technical cause only where something is overdue', async () => {
  const loan = await lend(addDays(addMonths(today, -2), -1));
  await payInstalments(loan, 2);
  const officer = parties.bankA.officer;
  const find = (kind: 'misuse' | 'technical-overdue') =>
    recordLoanEvent(officer, loan, { kind, on: today }, { note: '资金流向与合同不符' });
  expect(codeOf(await find('technical-overdue'))).toBe('loan.not-overdue');
  insist(await find('misuse'));
  const watched = await opened(loan);
  expect(watched).toMatchObject({ tier: 'special-mention' });
  const event = watched.log.find((e) => e.kind === 'misuse')?.id ?? '';
  insist(await recordLoanEvent(officer, loan, { kind: 'reversal', on: today, of: event }));
  expect(await opened(loan)).toMatchObject({ tier: 'normal' });
});

test('an extension moves the maturity and stays within the limit of the rules', async () => {
  const loan = await lend(addDays(addMonths(today, -1), 2));
  const officer = parties.bankA.officer;
  const wish = { on: today, note: '订单回款推迟' };
  expect(codeOf(await extendLoan(officer, loan, { ...wish, months: 13 }))).toBe('loan.extension-too-long');
  const extended = insist(await extendLoan(officer, loan, { ...wish, months: 6 }));
  expect((await opened(loan)).maturityOn).toBe(extended.maturityOn);
  expect(codeOf(await extendLoan(officer, loan, { ...wish, months: 7 }))).toBe('loan.extension-too-long');
});

test('a renewal keeps the money and its days past due under the new contract', async () => {
  const loan = await lend(addDays(addMonths(today, -3), -10), 12);
  const officer = parties.bankA.officer;
  await payInstalments(loan, 1);
  const wish = {
    on: today,
    contractNo: 'XD-2026-1',
    termMonths: 12,
    rate: percent('3.8'),
    method: 'bullet-monthly',
    size: 'small',
  } as const;
  const before = await opened(loan);
  const id = insist(await renewLoan(officer, loan, wish));
  expect(await opened(loan)).toMatchObject({ state: 'renewed', balanceFen: '0' });
  const renewed = await opened(id);
  expect(renewed).toMatchObject({
    balanceFen: before.balanceFen,
    dpd: before.dpd,
    tier: before.tier,
    family: { before: { id: loan } },
  });
  expect(renewed.instalments.filter((i) => i.kind === 'carried').length).toBeGreaterThan(0);
  expect(codeOf(await renewLoan(officer, loan, { ...wish, contractNo: 'XD-2' }))).toBe('loan.not-live');
  expect(codeOf(await renewLoan(officer, id, wish))).toBe('loan.contract-taken');
  const money = await withActor(platform, (tx) => tx.loan.findFirstOrThrow({ where: { id } }));
  expect(money.moneyId).toBe(loan);
});

test('nobody writes off alone; then the debt is off the books and recoveries come in', async () => {
  const loan = await lend(addMonths(today, -14), 12);
  const { officer, reviewer } = parties.bankA;
  insist(await proposeWriteOff(officer, loan, { on: today, reason: '破产终结' }));
  expect(codeOf(await decideWriteOff(officer, loan, 'confirm'))).toBe('loan.own-proposal');
  expect((await opened(loan)).state).toBe('active');
  expect(codeOf(await decideWriteOff(parties.bankB.officer, loan, 'confirm'))).toBe('loan.not-found');
  insist(await decideWriteOff(reviewer, loan, 'confirm'));
  expect(await opened(loan)).toMatchObject({
    state: 'written-off',
    balanceFen: '0',
    writtenOffFen: '12000000',
  });
  const money = { kind: 'recovery', on: today, interest: zeroFen, penalty: zeroFen } as const;
  const tooMuch = { ...money, principal: yuan(120_001) };
  expect(codeOf(await recordLoanEvent(officer, loan, tooMuch))).toBe('loan.recovery-too-much');
  insist(await recordLoanEvent(officer, loan, { ...money, principal: yuan(20_000) }));
  expect((await opened(loan)).writtenOffFen).toBe('10000000');
});

test('a floating loan takes the prime rate of its contract date, once', async () => {
  const loan = await lend(addDays(addMonths(today, -12), -3), 24);
  await withActor(platform, async (tx) => {
    await tx.loan.updateMany({
      where: { id: loan },
      data: { lprTenor: '1y', lprSpreadPpm: 5_000, repriceMonths: 12 },
    });
    expect(await repriceLoans(tx, platform, today)).toBe(1);
    expect(await repriceLoans(tx, platform, today)).toBe(0);
  });
  const { log, ratePpm } = await opened(loan);
  const change = log.find((e) => e.kind === 'rate-change');
  expect(change?.on).toBe(addMonths(addDays(addMonths(today, -12), -3), 12));
  expect(ratePpm).toBe(change?.ratePpm);
});

test('a floating rate is the published prime rate of the day plus the spread', async () => {
  const lpr = await withActor(platform, (tx) => tx.lprQuote.findFirst({ orderBy: { publishedOn: 'desc' } }));
  const loan = await lend(addDays(addMonths(today, -12), -1), 24);
  await withActor(platform, async (tx) => {
    const data = { lprTenor: '1y', lprSpreadPpm: 5_000, repriceMonths: 12 };
    await tx.loan.updateMany({ where: { id: loan }, data });
    await repriceLoans(tx, platform, today);
  });
  expect((await opened(loan)).ratePpm).toBe(ppm((lpr?.oneYearPpm ?? 0) + 5_000));
});

test('loans that mature within thirty days are told of once', async () => {
  const loan = await lend(addDays(addMonths(today, -12), 20), 12);
  const told = () =>
    withActor(platform, (tx) =>
      tx.notification.findMany({ where: { kind: 'loan.maturing', enterpriseId: parties.enterpriseId } }),
    );
  await withActor(platform, (tx) => remindMaturity(tx, today));
  expect(await told()).toMatchObject([{ href: `/my/loans/${loan}` }]);
  await withActor(platform, (tx) => remindMaturity(tx, addDays(today, 1)));
  expect(await told()).toHaveLength(1);
  insist(await extendLoan(parties.bankA.officer, loan, { on: today, months: 1, note: null }));
  await withActor(platform, (tx) => remindMaturity(tx, addMonths(today, 1)));
  expect(await told()).toHaveLength(2);
});

test('the monthly list adds up what was paid in the month and shows a bank its own loans only', async () => {
  const loan = await lend(addDays(addMonths(today, -1), -1));
  const principal = fen(123_456);
  insist(
    await recordRepayment(parties.bankA.officer, loan, { paidOn: today, principal, interest: fen(789) }),
  );
  const month = today.slice(0, 7);
  expect(await listMonth(parties.bankA.officer, month, 0)).toMatchObject({
    sums: { loans: 1, principalFen: '123456', interestFen: '789' },
    rows: [{ id: loan, paidPrincipalFen: '123456' }],
  });
  expect((await listMonth(parties.bankB.officer, month, 0)).rows).toEqual([]);
});
