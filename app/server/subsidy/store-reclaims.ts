import type { Prisma, Tx } from '~/server/db/client.ts';

export type Reclaim = NonNullable<Awaited<ReturnType<typeof findReclaim>>>;

export const findReclaim = (tx: Tx, id: string) => tx.subsidyReclaim.findFirst({ where: { id } });

/** The reclaim with its row held: two decisions or returns wait for each other. */
export async function lockReclaim(tx: Tx, id: string) {
  await tx.$queryRaw`select 1 from subsidy_reclaim where id = ${id}::uuid for update`;
  return findReclaim(tx, id);
}

/** Adds a report unless one on the loan is open; says whether it did. */
export async function addReclaim(tx: Tx, data: Prisma.SubsidyReclaimCreateManyInput): Promise<boolean> {
  const { count } = await tx.subsidyReclaim.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}

export const changeReclaim = (
  tx: Tx,
  { enterpriseId, id }: { enterpriseId: string; id: string },
  data: Prisma.SubsidyReclaimUpdateManyMutationInput,
) => tx.subsidyReclaim.updateMany({ where: { enterpriseId, id }, data });

/** The last quarter for which the loan was paid anything. */
export async function lastSettledQuarter(tx: Tx, loanId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ quarter: string | null }[]>`
    select max(t.quarter) as quarter from subsidy_entitlement t
    where t.loan_id = ${loanId}::uuid
      and exists (select 1 from subsidy_entry x where x.enterprise_id = t.enterprise_id and x.entitlement_id = t.id)`;
  return row?.quarter ?? null;
}

export type ReclaimRow = {
  id: string;
  enterprise_id: string;
  loan_id: string;
  contract_no: string;
  firm: string;
  bank_zh: string;
  bank_en: string;
  cause: string;
  misuse_on: string;
  scope: string;
  note: string;
  state: string;
  reporter: string | null;
  reported_by: string;
  reported_at: Date;
  decider: string | null;
  decided_at: Date | null;
  due_on: string | null;
  demanded_fen: bigint;
  returned_fen: bigint;
};

type Filter = { readonly state?: string | undefined; readonly id?: string; readonly loanId?: string };

/** Reclaims that the reader may see with what was demanded and returned, open ones first. */
export const findReclaims = (tx: Tx, filter: Filter, limit: number, offset: number) =>
  tx.$queryRaw<ReclaimRow[]>`
    select r.id, r.enterprise_id, r.loan_id, l.contract_no, e.name as firm, i.name_zh as bank_zh, i.name_en as bank_en, r.cause,
           r.misuse_on::text, r.scope, r.note, r.state, a.name as reporter, r.reported_by::text, r.reported_at, b.name as decider,
           r.decided_at, r.due_on::text,
           coalesce(s.demanded, 0)::bigint as demanded_fen, coalesce(s.returned, 0)::bigint as returned_fen
    from subsidy_reclaim r
    join loan l on l.enterprise_id = r.enterprise_id and l.id = r.loan_id
    join enterprise e on e.id = r.enterprise_id join institution i on i.id = r.institution_id
    left join user_account a on a.id = r.reported_by left join user_account b on b.id = r.decided_by
    left join lateral (select sum(amount_fen) filter (where kind = 'demanded') as demanded,
                              sum(amount_fen) filter (where kind = 'returned') as returned
                       from subsidy_entry x where x.enterprise_id = r.enterprise_id and x.reclaim_id = r.id) s on true
    where (${filter.state ?? null}::text is null or r.state = ${filter.state ?? null})
      and (${filter.id ?? null}::uuid is null or r.id = ${filter.id ?? null}::uuid)
      and (${filter.loanId ?? null}::uuid is null or r.loan_id = ${filter.loanId ?? null}::uuid)
    order by array_position(array['reported', 'demanded', 'returned', 'dismissed'], r.state), r.reported_at desc, r.id
    limit ${limit} offset ${offset}`;

/** What is still to come back of a reclaim, by scheme and payer. */
export const findOpenParts = (tx: Tx, reclaimId: string) =>
  tx.$queryRaw<{ scheme_code: string; payer: string; fen: bigint }[]>`
    select scheme_code, payer, sum(case when kind = 'demanded' then amount_fen else -amount_fen end)::bigint as fen
    from subsidy_entry where reclaim_id = ${reclaimId}::uuid group by 1, 2 order by 1, 2`;
