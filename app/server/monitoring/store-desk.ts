import type { Tx } from '~/server/db/client.ts';
import type { WatchedLoan } from '~/server/monitoring/store-watch.ts';

/** The officers of some banks who may have cases, with how many live ones are theirs. */
export const findOfficers = (tx: Tx, institutionIds: readonly string[]) =>
  tx.$queryRaw<{ institution_id: string; id: string; name: string; live: number }[]>`
  select u.institution_id::text, u.id::text, u.name,
         (select count(*)::int from alert a where a.owner_id = u.id and a.state <> 'closed') as live
  from user_account u
  where u.institution_id = any(${[...institutionIds]}::uuid[]) and u.role = 'officer' and u.state = 'active'
  order by u.name, u.id`;

/** Who proposed the loans that some watched loans came of, by loan. */
export async function findLoanOfficers(
  tx: Tx,
  loans: readonly Pick<WatchedLoan, 'id' | 'borrower_id' | 'application_id'>[],
): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ loan: string; maker: string }[]>`
    select k.loan::text, a.maker_id::text as maker
    from unnest(${loans.map((l) => l.borrower_id)}::uuid[], ${loans.map((l) => l.application_id)}::uuid[], ${loans.map((l) => l.id)}::uuid[])
      k (firm, application, loan)
    join application a on a.enterprise_id = k.firm and a.id = k.application
    where a.maker_id is not null`;
  return new Map(rows.map(({ loan, maker }) => [loan, maker]));
}

/** Who has some cases, by case. */
export async function findOwners(tx: Tx, alertIds: readonly string[]): Promise<Map<string, string>> {
  if (alertIds.length === 0) return new Map();
  const rows = await tx.alert.findMany({
    where: { id: { in: [...alertIds] } },
    select: { id: true, ownerId: true },
  });
  return new Map(rows.flatMap(({ id, ownerId }) => (ownerId ? [[id, ownerId] as const] : [])));
}
