import { type Fen, fen } from '~/domain/kernel/money.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';

export const findEnrolment = (tx: Tx, id: string) => tx.enrolment.findFirst({ where: { id } });
export const findEnrolments = (tx: Tx, loanId: string) =>
  tx.enrolment.findMany({ where: { loanId }, orderBy: { schemeCode: 'asc' } });
export type EnrolmentRow = NonNullable<Awaited<ReturnType<typeof findEnrolment>>>;

export const addEnrolments = (tx: Tx, data: Prisma.EnrolmentCreateManyInput[]) =>
  tx.enrolment.createMany({ data, skipDuplicates: true });

export const findClaim = (tx: Tx, id: string) => tx.compensationClaim.findFirst({ where: { id } });
export type ClaimRow = NonNullable<Awaited<ReturnType<typeof findClaim>>>;

/** The claim with its row locked; its pool is locked before it, everywhere. */
export async function lockClaim(tx: Tx, id: string): Promise<ClaimRow | null> {
  await tx.$queryRaw`select 1 from compensation_claim where id = ${id}::uuid for update`;
  return findClaim(tx, id);
}

export const findLiveClaim = (tx: Tx, enrolmentId: string) =>
  tx.compensationClaim.findFirst({
    where: { enrolmentId, state: { notIn: ['refused', 'withdrawn'] } },
  });

/** Claims on some loans that were neither refused nor given up. */
export const findLiveClaims = (tx: Tx, loanIds: readonly string[]) =>
  tx.compensationClaim.findMany({
    where: { loanId: { in: [...loanIds] }, state: { notIn: ['refused', 'withdrawn'] } },
    orderBy: { id: 'asc' },
  });

export const findClaimsOf = (tx: Tx, enrolmentId: string) =>
  tx.compensationClaim.findMany({ where: { enrolmentId }, orderBy: { claimedAt: 'desc' } });

export const addClaim = (tx: Tx, data: Prisma.CompensationClaimCreateManyInput) =>
  tx.compensationClaim.createMany({ data: [data] });

export const changeClaim = (tx: Tx, id: string, data: Prisma.CompensationClaimUncheckedUpdateManyInput) =>
  tx.compensationClaim.updateMany({ where: { id }, data });

/** What is owed on and not settled: the queue of a pool, with what is paid on each net of what was posted back. */
export async function findQueue(tx: Tx, poolId: string): Promise<(ClaimRow & { paidFen: Fen })[]> {
  const claims = await tx.compensationClaim.findMany({
    where: { poolId, state: { in: ['waiting', 'held', 'proposed'] } },
  });
  const paid = await netPaidOn(
    tx,
    claims.map((claim) => claim.id),
  );
  return claims.map((claim) => ({ ...claim, paidFen: paid.get(claim.id) ?? fen(0) }));
}

/** What the pool paid on each claim less everything that was posted back to it: always a sum. */
async function netPaidOn(tx: Tx, claimIds: readonly string[]): Promise<Map<string, Fen>> {
  const rows = await tx.claimPayment.groupBy({
    by: ['claimId'],
    where: { claimId: { in: [...claimIds] } },
    _sum: { amountFen: true },
  });
  const back = await tx.claimRecovery.groupBy({
    by: ['claimId'],
    where: { claimId: { in: [...claimIds] } },
    _sum: { toPoolFen: true },
  });
  const returned = new Map(back.map((row) => [row.claimId, row._sum.toPoolFen ?? 0n]));
  return new Map(
    rows.map((row) => [row.claimId, fen((row._sum.amountFen ?? 0n) - (returned.get(row.claimId) ?? 0n))]),
  );
}

export const findPayments = (tx: Tx, claimId: string) =>
  tx.claimPayment.findMany({ where: { claimId }, orderBy: { at: 'asc' } });

export const addPayment = (tx: Tx, data: Prisma.ClaimPaymentCreateManyInput) =>
  tx.claimPayment.createMany({ data: [data] });

export const findRecoveries = (tx: Tx, claimId: string) =>
  tx.claimRecovery.findMany({ where: { claimId }, orderBy: { at: 'asc' } });

export type RecoveryRow = Awaited<ReturnType<typeof findRecoveries>>[number];

export const addRecovery = (tx: Tx, data: Prisma.ClaimRecoveryCreateManyInput) =>
  tx.claimRecovery.createMany({ data: [data] });

export const addEvent = (tx: Tx, data: Prisma.ClaimEventCreateManyInput) =>
  tx.claimEvent.createMany({ data: [data] });

export const findEvents = (tx: Tx, claimId: string) =>
  tx.claimEvent.findMany({ where: { claimId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });

/** Claims whose reserved money was not paid in time. */
export const findLapsed = (tx: Tx, today: Date) =>
  tx.compensationClaim.findMany({ where: { holdUntil: { lt: today }, holdId: { not: null } } });

/** Pools in which a claim waits for a fuse. */
export async function findFusedPools(tx: Tx): Promise<string[]> {
  const rows = await tx.compensationClaim.findMany({
    where: { waits: 'fuse', state: { notIn: ['paid', 'refused', 'withdrawn'] } },
    select: { poolId: true },
    distinct: ['poolId'],
  });
  return rows.map((row) => row.poolId).sort();
}

/** What the borrower's other claims under a scheme are owed, at all banks together. */
export async function borrowerOwed(
  tx: Tx,
  firm: string,
  schemeCode: string,
  exceptClaim: string,
): Promise<Fen> {
  const [row] = await tx.$queryRaw<{ owed: bigint }[]>`
    select coalesce(sum(c.determined_fen), 0)::bigint as owed
    from compensation_claim c join enrolment e on e.enterprise_id = c.enterprise_id and e.id = c.enrolment_id
    where c.enterprise_id = ${firm}::uuid and e.scheme_code = ${schemeCode} and c.id <> ${exceptClaim}::uuid
      and c.state not in ('refused', 'withdrawn')`;
  return fen(row?.owed ?? 0n);
}
