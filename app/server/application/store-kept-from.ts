import type { EnterpriseId, InstitutionId, NeedId } from '~/domain/kernel/id.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';

/** Banks that have or had an application for this need, whatever became of it: its terms tell them whose it is (domain.md row E7). */
export async function banksAppliedTo(
  tx: Tx,
  enterpriseId: EnterpriseId,
  needId: NeedId,
): Promise<InstitutionId[]> {
  const rows = await tx.application.findMany({
    where: { enterpriseId, needId },
    select: { institutionId: true },
    distinct: ['institutionId'],
    orderBy: { institutionId: 'asc' },
  });
  return rows.map((row) => row.institutionId as InstitutionId);
}

type Posted = {
  readonly enterpriseId: EnterpriseId;
  readonly id: string;
  readonly needId: NeedId;
  readonly notTo: readonly InstitutionId[];
};

/**
 * Banks that a posting is kept from by now: those left out when it was posted, and those that got an application for the
 * need since, unless they had taken the posting up.
 */
export async function banksKeptFrom(
  tx: Tx,
  { enterpriseId, id, needId, notTo }: Posted,
): Promise<ReadonlySet<InstitutionId>> {
  const since = await banksAppliedTo(tx, enterpriseId, needId);
  if (since.length === 0) return new Set(notTo);
  const taken = await tx.needAnswer.findMany({
    where: { enterpriseId, postingId: id },
    select: { institutionId: true },
  });
  const known = new Set(taken.map((row) => row.institutionId));
  return new Set([...notTo, ...since.filter((bank) => !known.has(bank))]);
}

/** The same in SQL: whether the bank may know of the posting `p`. */
export const mayKnow = (bank: InstitutionId): Prisma.Sql => Prisma.sql`
  not (${bank}::uuid = any(p.not_to))
  and (not exists (select 1 from application a
                   where a.enterprise_id = p.enterprise_id and a.need_id = p.need_id and a.institution_id = ${bank}::uuid)
       or exists (select 1 from need_answer o
                  where o.enterprise_id = p.enterprise_id and o.posting_id = p.id and o.institution_id = ${bank}::uuid))`;
