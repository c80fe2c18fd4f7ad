import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { makeFirm } from '#tests/factories/people.ts';
import { addDays, addMonths, day } from '~/domain/kernel/day.ts';
import type { LoanId } from '~/domain/kernel/id.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addClasses } from '~/server/loan/store-class.ts';
import { sumMonth } from '~/server/loan/store-month.ts';
import { showPortfolio } from '~/server/overview/portfolio/show-portfolio.ts';
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

test('five bad loans of one firm are one firm: a regulator reads neither them nor the sum they are part of', async () => {
  const { bankA, bankB } = parties;
  const regulator: Person = { ...bankA.officer, role: 'regulator', institutionId: null } as never;
  const lent = { disbursedOn: addMonths(today, -5), institutionId: bankB.id, principalYuan: 10_000 };
  for (let i = 0; i < 40; i += 1) await createLoan({ ...lent, enterpriseId: await makeFirm() });
  const enterpriseId = await makeFirm();
  for (let i = 0; i < 5; i += 1) {
    const loanId = await createLoan({ ...lent, enterpriseId });
    const row = { enterpriseId, loanId, institutionId: bankB.id, asOf: before, tier: 'doubtful', dpd: 200 };
    await withActor(platform, (tx) => addClasses(tx, [{ ...row, because: ['overdue'] }], clock.now()));
  }
  const whole = await showQuality(bankB.officer);
  expect(whole.nonPerforming.loans).toBe(5);
  const read = await showQuality(regulator);
  expect(read.total.loans).toBe(48);
  expect(read).toMatchObject({ nonPerforming: { loans: null }, nplPpm: null });
  expect(read.tiers.find(({ tier }) => tier === 'doubtful')).toMatchObject({ loans: null, balanceFen: null });
  expect(read.trend.at(-1)).toMatchObject({ nplPpm: null });
  expect(read.bands.find(({ from }) => from === 181)?.loans).toBeNull();
});

test('a regulator reads the ends of months only, so that two days cannot be held against each other', async () => {
  const { bankA } = parties;
  const regulator: Person = { ...bankA.officer, role: 'regulator', institutionId: null } as never;
  const asked = { measure: 'overdue-30' } as const;
  const on = day('2026-11-12');
  for (const part of ['summary', 'migration', 'vintage', 'lead'] as const)
    expect((await showPortfolio(regulator, { ...asked, part, on })).on).toBe('2026-10-31');
  const month = await showPortfolio(regulator, { ...asked, part: 'migration', on: day('2026-09-30') });
  expect([month.from, month.on]).toEqual(['2026-06-30', '2026-09-30']);
  expect((await showPortfolio(bankA.officer, { ...asked, part: 'summary', on })).on).toBe(on);
});
