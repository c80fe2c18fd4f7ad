import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { addDays, addMonths } from '~/domain/kernel/day.ts';
import type { LoanId } from '~/domain/kernel/id.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addClasses } from '~/server/loan/store-class.ts';
import { sumMonth } from '~/server/loan/store-month.ts';
import { showQuality } from '~/server/overview/show-quality.ts';

freshDatabase();
const platform = system('test');
const today = clock.today();
const before = addDays(today, -40);
let parties: Parties;
let bad: LoanId;

const classed = (loanId: LoanId, institutionId: string, tier: string, dpd: number, asOf = today) =>
  withActor(platform, (tx) =>
    addClasses(
      tx,
      [
        {
          ...{ enterpriseId: parties.enterpriseId, loanId, institutionId, asOf, tier, dpd },
          because: tier === 'normal' ? [] : ['overdue', 'curing'],
        },
      ],
      clock.now(),
    ),
  );

/** Bank A lent 60,000 that are in order and 40,000 that are 95 days past due since today; bank B lent 100,000. */
beforeAll(async () => {
  parties = await createParties();
  const { enterpriseId, bankA, bankB } = parties;
  const lent = { enterpriseId, disbursedOn: addMonths(today, -6) };
  const good = await createLoan({ ...lent, institutionId: bankA.id, principalYuan: 60_000 });
  bad = await createLoan({ ...lent, institutionId: bankA.id, principalYuan: 40_000 });
  await createLoan({ ...lent, institutionId: bankB.id, principalYuan: 100_000 });
  await classed(good, bankA.id, 'normal', 0, before);
  await classed(bad, bankA.id, 'special-mention', 55, before);
  await classed(bad, bankA.id, 'substandard', 95);
});

test('a bank sees the quality of its own loans, on the day and as it was', async () => {
  const { officer } = parties.bankA;
  const now = await showQuality(officer);
  expect(now).toMatchObject({
    nplPpm: 400_000,
    specialMentionPpm: 0,
    overdue90ToNplPpm: 1_000_000,
    periods: { observed: 0, curing: 1, all: 1 },
  });
  expect(now.total).toEqual({ loans: 2, balanceFen: '10000000' });
  expect(now.lenders.map((lender) => lender.code)).toEqual([now.lenders[0]?.code]);
  const earlier = await showQuality(officer, addDays(today, -30));
  expect(earlier).toMatchObject({ nplPpm: 0, specialMentionPpm: 400_000, overdue90ToNplPpm: null });
  expect(earlier.bands.find((band) => band.from === 31)?.balanceFen).toBe('4000000');
});

test('the balances are those of the monthly list, also after a payment that was taken back', async () => {
  const { enterpriseId, bankA } = parties;
  const reversed = crypto.randomUUID();
  await withActor(platform, async (tx) => {
    const paid = { enterpriseId, loanId: bad, institutionId: bankA.id, recordedAt: new Date() };
    const money = { principalFen: 1_000_000n, interestFen: 0n, paidOn: dateOfDay(addDays(today, -1)) };
    await tx.repayment.create({ data: { ...paid, ...money, id: reversed } });
    await tx.repayment.create({ data: { ...paid, ...money, id: crypto.randomUUID() } });
    await tx.loanEvent.create({
      data: {
        ...{ enterpriseId, id: crypto.randomUUID(), loanId: bad, institutionId: bankA.id, kind: 'reversal' },
        ...{ effectiveOn: dateOfDay(today), reversesId: reversed, recordedAt: new Date() },
        ...{ recordedBy: bankA.officer.userId },
      },
    });
  });
  const { total } = await showQuality(bankA.officer);
  const month = await withActor(bankA.officer, (tx) => sumMonth(tx, today, today));
  expect(total.balanceFen).toBe('9000000');
  expect(month.balance_fen.toString()).toBe(total.balanceFen);
});

test('a regulator reads no figure that a few loans stand behind, and no lender with fewer than five debtors', async () => {
  const regulator: Person = { ...parties.bankA.officer, role: 'regulator', institutionId: null } as never;
  const read = await showQuality(regulator);
  expect(read).toMatchObject({ total: { loans: null }, nonPerforming: { loans: null }, nplPpm: null });
  expect(read.periods).toBeNull();
  expect(read.lenders).toHaveLength(2);
  expect(read.lenders.every((lender) => lender.figures === null)).toBe(true);
  const desk = await showQuality(platform);
  expect(desk.lenders.map((lender) => lender.figures?.nplPpm)).toEqual([333_333, 0]);
});
