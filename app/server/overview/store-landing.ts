import type { Tx } from '~/server/db/client.ts';

/** Loans are those on record before `loansBefore`: a figure that moved with each loan would tell who lent when (domain.md edge case 2). */
export async function countLanding(tx: Tx, loansBefore: Date) {
  const [row] = await tx.$queryRaw<{ firms: number; banks: number; products: number; loans: number }[]>`
    select (select count(*)::int from enterprise where status not in ('cancelled', 'moved-out')) as firms,
           (select count(distinct institution_id)::int from product where state = 'published' and not example) as banks,
           (select count(*)::int from product where state = 'published') as products,
           (select count(*)::int from loan where renews_loan_id is null and recorded_at < ${loansBefore}) as loans`;
  return row ?? { firms: 0, banks: 0, products: 0, loans: 0 };
}

/** Published products by zone, the fullest zone first. */
export const countZones = (tx: Tx) => tx.$queryRaw<{ zone: string; count: number }[]>`
  select zone, count(*)::int as count from product, unnest(zones) as zone where state = 'published'
  group by zone order by count(*) desc, zone`;
