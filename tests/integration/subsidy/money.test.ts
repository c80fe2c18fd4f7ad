import { beforeAll, describe, expect, test } from 'vitest';
import { handlers } from '#jobs/handlers.ts';
import { doJob } from '#jobs/worker.ts';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { seedReferenceTables } from '#prisma/seed/reference.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { makeFirm, makePerson } from '#tests/factories/people.ts';
import { type Day, day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, LoanId } from '~/domain/kernel/id.ts';
import { fen, yuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { insist } from '~/domain/kernel/result.ts';
import { replayLoan } from '~/domain/loan/replay.ts';
import { finish, replaySubsidy } from '~/domain/policy/replay.ts';
import { parseQuarter, type Quarter } from '~/domain/subsidy/quarter.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { assessDisbursedLoan } from '~/server/loan/assess-loan.ts';
import { readStanding } from '~/server/loan/read-standing.ts';
import { recordRepayment } from '~/server/loan/record-repayment.ts';
import { renewLoan } from '~/server/loan/renew-loan.ts';
import { showLoan } from '~/server/loan/show-loan.ts';
import { findLoan } from '~/server/loan/store.ts';
import { readSchemes } from '~/server/policy/read-schemes.ts';
import { readPortfolioPage } from '~/server/policy/store-portfolio.ts';
import { decideSettlement } from '~/server/subsidy/decide-settlement.ts';
import { fundPool } from '~/server/subsidy/fund-pool.ts';
import { orderSettlement } from '~/server/subsidy/order-settlement.ts';

freshDatabase();
const platform = system('test');
let parties: Parties;
let maker: Person;
let checker: Person;

beforeAll(async () => {
  await withActor(platform, async (tx) => {
    await seedReferenceTables(tx);
    await seedPolicy(tx, new Date());
  });
  parties = await createParties();
  maker = await makePerson('funds-operator');
  checker = await makePerson('funds-operator');
  await caters(parties.enterpriseId);
  const money = { amount: yuan(900_000), receivedOn: day('2026-01-05'), reference: 'first' };
  for (const payer of ['central', 'province'] as const) insist(await fundPool(maker, { payer, ...money }));
});

/** The firm runs a restaurant: a sector of the services scheme. */
const caters = (id: EnterpriseId) =>
  withActor(platform, (tx) =>
    tx.enterprise.update({
      where: { id },
      data: { industryCode: '6210', industryVersion: 'GB/T 4754-2017' },
    }),
  );

const assess = (loan: string) => withActor(platform, (tx) => assessDisbursedLoan(tx, platform, loan));

async function drawn(
  disbursedOn: Day,
  principalYuan: number,
  termMonths: number,
  { bank = parties.bankA, enterpriseId = parties.enterpriseId } = {},
) {
  const wish = { enterpriseId, institutionId: bank.id, disbursedOn, principalYuan, termMonths };
  const loan = await createLoan(wish);
  await assess(loan);
  return loan;
}

/** What the loan's schedule still asks for until a day, paid on the days on which it falls due. */
async function payUntil(loan: string, until: Day, bank = parties.bankA) {
  const now = await withActor(platform, async (tx) => {
    const row = await findLoan(tx, loan);
    if (!row) throw new Error('no loan');
    const { contract, events } = await readStanding(tx, row);
    return replayLoan(contract, events, until);
  });
  let [principal, interest] = [now.principalPaid as bigint, now.interestPaid as bigint];
  for (const due of now.schedule.filter(({ dueOn }) => dueOn <= until)) {
    principal -= due.principal;
    interest -= due.interest;
    if (principal >= 0n && interest >= 0n) continue;
    const money = { principal: fen(-principal), interest: fen(-interest) };
    const paidOn = due.kind === 'carried' ? until : due.dueOn;
    insist(await recordRepayment(bank.officer, loan as LoanId, { paidOn, ...money }));
    [principal, interest] = [0n, 0n];
  }
}

const servicesOf = async (loan: string, bank = parties.bankA) =>
  insist(await showLoan(bank.officer, loan)).schemes.find(({ code }) => code === 'services-subsidy');

async function settle(quarter: string) {
  const run = insist(await orderSettlement(maker, parseQuarter(quarter) as Quarter));
  await work('subsidy.compute-run');
  insist(await decideSettlement(checker, run, 'approve', null));
  await work('subsidy.pay-run');
}

async function work(name: 'subsidy.compute-run' | 'subsidy.pay-run') {
  const where = { job: name, relayedAt: null };
  const waiting = await withActor(platform, (tx) => tx.outbox.findMany({ where, orderBy: { id: 'asc' } }));
  for (const { key, payload } of waiting) await doJob(handlers, { name, key, payload: payload as never });
}

const paidOn = async (loan: string): Promise<bigint> => {
  const where = { loanId: loan };
  const sum = await withActor(platform, (tx) =>
    tx.subsidyEntry.aggregate({ where, _sum: { amountFen: true } }),
  );
  return sum._sum.amountFen ?? 0n;
};

/** What the simulator says that the scheme of 2026 pays on each loan of the platform. */
const simulated = (version: number) =>
  withActor(platform, async (tx) => {
    const loans = await readPortfolioPage(
      tx,
      { from: day('2025-01-01'), to: day('2026-12-31') },
      null,
      1_000,
    );
    const scheme = (await readSchemes(tx)).find(
      (each) => each.code === 'services-subsidy' && each.version === version,
    );
    if (scheme?.kind !== 'subsidy') throw new Error('no scheme');
    const { lines } = finish(replaySubsidy(scheme, loans, { pool: null, asIfCovered: false }));
    return new Map(lines.map(({ loan, amount }) => [loan.id, amount]));
  });

const renewal = (contractNo: string, on: Day) =>
  ({ on, contractNo, termMonths: 4, rate: percent('4'), method: 'bullet-monthly', size: 'small' }) as const;

describe('a renewal (无还本续贷) of a loan of 2026', () => {
  test('goes on under the scheme of its money, is paid what the simulator says, and uses the cap once', async () => {
    const first = await drawn(day('2026-02-01'), 6_000_000, 4);
    await payUntil(first, day('2026-05-01'));
    const id = insist(await renewLoan(parties.bankA.officer, first, renewal('R-1', day('2026-05-20'))));
    await assess(id);
    expect(await servicesOf(id)).toMatchObject({ outcome: 'eligible' });

    const other = await drawn(day('2026-05-25'), 9_000_000, 3, { bank: parties.bankB });
    const lines = (await servicesOf(other, parties.bankB))?.lines as { code: string; usedFen?: string }[];
    const out = await withActor(platform, (tx) => tx.loan.findFirstOrThrow({ where: { id } }));
    expect(lines.find(({ code }) => code === 'principal-cap')?.usedFen).toBe(String(out.principalFen));

    await payUntil(other, day('2026-08-25'), parties.bankB);
    await payUntil(id, day('2026-09-20'));
    await settle('2026Q3');
    const expected = await simulated(2);
    for (const loan of [first, id, other])
      expect([loan, await paidOn(loan)]).toEqual([loan, expected.get(loan)]);
    expect(await paidOn(id)).toBeGreaterThan(0n);
  });

  test('a loan that was paid back leaves its room to the next one', async () => {
    const later = await drawn(day('2026-10-01'), 9_000_000, 6);
    const lines = (await servicesOf(later))?.lines as { code: string; usedFen?: string }[];
    expect(lines.find(({ code }) => code === 'principal-cap')?.usedFen).toBe('0');
  });

  test('of a loan of 2025 that is renewed in 2026 the rest of its year is subsidised, and then nothing', async () => {
    const enterpriseId = await makeFirm();
    await caters(enterpriseId);
    const first = await drawn(day('2025-08-01'), 100_000, 10, { enterpriseId });
    await payUntil(first, day('2026-05-01'));
    const id = insist(await renewLoan(parties.bankA.officer, first, renewal('R-2', day('2026-05-20'))));
    await assess(id);
    const [row] = await withActor(platform, (tx) =>
      tx.schemeAssessment.findMany({
        where: { loanId: id, outcome: 'eligible', schemeCode: 'services-subsidy' },
      }),
    );
    expect(row).toMatchObject({ schemeVersion: 1 });
    await payUntil(id, day('2026-09-20'));
    await settle('2026Q3');
    const entitled = await withActor(platform, (tx) =>
      tx.subsidyEntitlement.findMany({ where: { loanId: id }, orderBy: { madeAt: 'desc' } }),
    );
    expect(entitled[0]?.untilOn.toISOString().slice(0, 10)).toBe('2026-08-01');
    expect(await paidOn(id)).toBeGreaterThan(zeroFen);
  });
});
