import { randomUUID } from 'node:crypto';
import { shareAtEnrolment } from '~/domain/compensation/determine.ts';
import { yearOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { type Fen, fen, leastFen, wan } from '~/domain/kernel/money.ts';
import { shareOf } from '~/domain/kernel/rate.ts';
import { modeOf } from '~/domain/policy/compensation.ts';
import type { LoanFlag } from '~/domain/policy/loan-facts.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { poolAccount } from '~/server/compensation/open-pool.ts';
import { readVersion } from '~/server/compensation/read-rules.ts';
import { addEnrolments } from '~/server/compensation/store.ts';
import { findPoolsOfSchemes, lockPool, moneyIn } from '~/server/compensation/store-pool.ts';
import { enrolledBalance } from '~/server/compensation/store-views.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { findAssessments, findLoan } from '~/server/loan/store.ts';
import { notify } from '~/server/platform/notify.ts';

type Loan = NonNullable<Awaited<ReturnType<typeof findLoan>>>;
type Pool = Awaited<ReturnType<typeof findPoolsOfSchemes>>[number];

/**
 * Enrols a disbursed loan with the pool of every compensation scheme that found it eligible (G6): scheme version,
 * principal, bank and year are fixed here, and share and ceiling are stated. A loan that is not enrolled is not
 * compensated. In the transaction of its assessment; a second time nothing is added.
 */
export async function enrolLoan(tx: Tx, actor: Actor, loanId: string): Promise<void> {
  const loan = await findLoan(tx, loanId);
  if (!loan) throw new Error(`no loan ${loanId}`);
  const eligible = (await findAssessments(tx, loanId)).filter(
    (found) => found.kind === 'compensation' && found.outcome === 'eligible' && found.scheme_code !== null,
  );
  const pools = await findPoolsOfSchemes(
    tx,
    eligible.flatMap((found) => found.scheme_code ?? []),
  );
  for (const pool of pools) {
    const version = eligible.find((found) => found.scheme_code === pool.schemeCode)?.scheme_version;
    if (version != null) await enrolWith(tx, actor, loan, { pool, version });
  }
}

async function enrolWith(
  tx: Tx,
  actor: Actor,
  loan: Loan,
  { pool, version }: { pool: Pool; version: number },
) {
  const row = await enrolmentOf(tx, loan, pool, version);
  if (!row) return;
  if (await isBeyondLeverage(tx, pool, version, fen(row.principalFen)))
    return tellBeyond(tx, actor, loan, pool);
  await addEnrolments(tx, [row]);
  const { id, principalFen, ceilingFen } = row;
  await recordChange(tx, actor, {
    kind: 'compensation.enrolled',
    enterpriseId: loan.enterpriseId as EnterpriseId,
    institutionId: loan.institutionId as InstitutionId,
    subjectId: id,
    payload: { loanId: loan.id, pool: pool.code, principalFen, ceilingFen },
  });
}

/** Enrolled lending is at most so many times the pool (放大倍数, domain.md G1): a loan beyond that is not enrolled. */
async function isBeyondLeverage(tx: Tx, pool: Pool, version: number, principal: Fen): Promise<boolean> {
  const leverage = (await readVersion(tx, pool.schemeCode, version)).body.pool?.leverage ?? null;
  if (leverage === null) return false;
  await lockPool(tx, pool.id);
  const { balance } = await moneyIn(tx, poolAccount(pool));
  return (await enrolledBalance(tx, pool.id)) + principal > balance * BigInt(leverage);
}

/** The bank learns at once that a loan found no room, not when it claims. */
async function tellBeyond(tx: Tx, actor: Actor, loan: Loan, pool: Pool): Promise<void> {
  const institutionId = loan.institutionId as InstitutionId;
  await recordChange(tx, actor, {
    kind: 'compensation.not-enrolled',
    enterpriseId: loan.enterpriseId as EnterpriseId,
    institutionId,
    subjectId: loan.id,
    payload: { pool: pool.code },
  });
  await notify(tx, {
    to: { institutionId },
    kind: 'compensation.not-enrolled',
    params: { contract: loan.contractNo },
    href: `/bank/loans/${loan.id}`,
  });
}

async function enrolmentOf(tx: Tx, loan: Loan, pool: Pool, version: number) {
  const rules = (await readVersion(tx, pool.schemeCode, version)).body;
  const principal = fen(loan.principalFen);
  const flags = loan.flags as LoanFlag[];
  const share = shareAtEnrolment(principal, flags, rules);
  if (!share) return null;
  const most = shareOf(principal, share.most);
  const ceilingFen = rules.borrowerCapWan === null ? most : leastFen(most, wan(rules.borrowerCapWan));
  return {
    enterpriseId: loan.enterpriseId,
    id: randomUUID(),
    loanId: loan.id,
    institutionId: loan.institutionId,
    poolId: pool.id,
    schemeCode: pool.schemeCode,
    schemeVersion: version,
    mode: modeOf(rules, flags),
    bankYear: yearOf(dayOfDate(loan.disbursedOn)),
    principalFen: principal,
    flags,
    sharePpm: share.share,
    ceilingFen,
    lines: share.lines as unknown as Prisma.InputJsonValue,
    enrolledOn: loan.disbursedOn,
    enrolledAt: clock.now(),
  };
}
