import { randomUUID } from 'node:crypto';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties } from '#tests/factories/parties.ts';
import { makeFirm, makePerson } from '#tests/factories/people.ts';
import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import { type Fen, zeroFen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { LoanFlag } from '~/domain/policy/loan-facts.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { enrolLoan } from '~/server/compensation/enrol-loan.ts';
import { fundPool, openPool } from '~/server/compensation/open-pool.ts';
import { findEnrolments } from '~/server/compensation/store.ts';
import { type ClaimInput, submitClaim } from '~/server/compensation/submit-claim.ts';
import { withActor } from '~/server/db/with-actor.ts';

const platform = system('test.compensation');
const today = clock.today();

/** Guangzhou's pool: 40 % of loans up to 5 m, 3 % fuse, partial payment of the claim that the money does not cover. */
export const aPool = {
  id: '6f0f0c5e-0000-4000-8000-000000000001',
  code: 'test-pool',
  schemeCode: 'guangzhou-compensation',
  nameZh: '测试资金池',
  nameEn: 'Test pool',
};

/** Two banks, two funds operators, policy data and a pool with so much in it. */
export async function createFund(amount: Fen) {
  await withActor(platform, (tx) => seedPolicy(tx, clock.now()));
  const parties = await createParties();
  for (const pool of [aPool, aCausePool]) {
    await withActor(platform, (tx) => openPool(tx, pool));
    await refill(amount, pool);
  }
  return {
    ...parties,
    maker: await makePerson('funds-operator'),
    checker: await makePerson('funds-operator'),
  };
}
export type Fund = Awaited<ReturnType<typeof createFund>>;

/** The province puts more money in. */
export const refill = (amount: Fen, pool = aPool) =>
  withActor(platform, (tx) =>
    fundPool(tx, platform, pool, {
      key: randomUUID(),
      from: { kind: 'treasury', payer: 'province' },
      amount,
      on: today,
    }),
  );

/** Leiyang's pool: the cause of the loss decides the share. */
export const aCausePool = {
  ...aPool,
  id: '6f0f0c5e-0000-4000-8000-000000000002',
  code: 'test-causes',
  schemeCode: 'leiyang-compensation',
};

type Wish = {
  readonly pool?: typeof aPool;
  readonly principalYuan?: number;
  readonly daysAgo?: number;
  readonly flags?: readonly LoanFlag[];
};

/** A loan of a firm of its own that was assessed as eligible, enrolled, and has since become non-performing. */
export async function aLostLoan(bank: Fund['bankA'], wish: Wish = {}): Promise<string> {
  const { pool = aPool, principalYuan = 100_000, daysAgo = 0, flags = [] } = wish;
  const enterpriseId = await makeFirm();
  const disbursedOn = addDays(addMonths(today, -8), -daysAgo);
  const loanId = await createLoan({ enterpriseId, institutionId: bank.id, disbursedOn, principalYuan });
  const owned = { enterpriseId, loanId, institutionId: bank.id };
  await withActor(platform, async (tx) => {
    await tx.loan.updateMany({ where: { id: loanId }, data: { flags: [...flags] } });
    const scheme = { schemeCode: pool.schemeCode, schemeVersion: 1, outcome: 'eligible' };
    await tx.schemeAssessment.createMany({
      data: [
        { ...owned, ...scheme, id: randomUUID(), amountFen: zeroFen, lines: [], assessedAt: clock.now() },
      ],
    });
    await tx.loanClass.createMany({
      data: [{ ...owned, asOf: new Date(today), tier: 'doubtful', dpd: 200, because: ['overdue'] }],
    });
    await enrolLoan(tx, platform, loanId);
  });
  const [enrolment] = await withActor(platform, (tx) => findEnrolments(tx, loanId));
  if (!enrolment) throw new Error('not enrolled');
  return enrolment.id;
}

/** Enrols so much more lending of a bank, so that its fuse has room. */
export const enrolMore = (bank: Fund['bankA'], principalYuan: number) => aLostLoan(bank, { principalYuan });

/** Everything a claim on a market loss needs. */
export const aClaim = (over: Partial<ClaimInput> & { determinedOn?: Day } = {}): ClaimInput => ({
  determinedOn: addDays(today, -10),
  causes: ['market'],
  guarantor: zeroFen,
  insurer: zeroFen,
  documents: ['collection-record', 'loss-determination'].map((code) => ({
    code,
    reference: 'A-1',
    on: today,
  })),
  ...over,
});

/** A claim of a bank on a new lost loan. */
export async function claimOn(bank: Fund['bankA'], wish: Wish = {}, over: Partial<ClaimInput> = {}) {
  const enrolmentId = await aLostLoan(bank, wish);
  return insist(await submitClaim(bank.officer, enrolmentId, aClaim(over)));
}
