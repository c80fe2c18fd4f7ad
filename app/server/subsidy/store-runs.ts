import type { Prisma, Tx } from '~/server/db/client.ts';

export const findRun = (tx: Tx, id: string) => tx.subsidyRun.findUnique({ where: { id } });

/** The run, held until the transaction ends. */
export async function lockRun(tx: Tx, id: string) {
  await tx.$queryRaw`select 1 from subsidy_run where id = ${id}::uuid for update`;
  return findRun(tx, id);
}

/** Adds a run unless another one is under way; says whether it did. */
export async function addRun(tx: Tx, data: Prisma.SubsidyRunCreateManyInput): Promise<boolean> {
  const { count } = await tx.subsidyRun.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}

export const changeRun = (tx: Tx, id: string, data: Prisma.SubsidyRunUpdateInput) =>
  tx.subsidyRun.update({ where: { id }, data });

export type RunRow = {
  id: string;
  quarter: string;
  state: string;
  ordered_at: Date;
  ordered_by: string;
  maker: string | null;
  checker: string | null;
  decided_at: Date | null;
  paid_at: Date | null;
  note: string | null;
  loans: number;
  firms: number;
  amount_fen: bigint;
  paid_fen: bigint;
};

/** Settlements with their sums, the latest first. */
export const findRuns = (tx: Tx, id: string | null, limit: number, offset: number) =>
  tx.$queryRaw<RunRow[]>`
    select r.id, r.quarter, r.state, r.ordered_at, r.ordered_by::text, m.name as maker, c.name as checker, r.decided_at, r.paid_at, r.note,
           coalesce(t.loans, 0) as loans, coalesce(t.firms, 0) as firms, coalesce(t.fen, 0)::bigint as amount_fen,
           coalesce((select sum(x.amount_fen) from subsidy_entry x join subsidy_entitlement y
                       on y.enterprise_id = x.enterprise_id and y.id = x.entitlement_id
                     where y.run_id = r.id), 0)::bigint as paid_fen
    from subsidy_run r
    left join user_account m on m.id = r.ordered_by left join user_account c on c.id = r.decided_by
    left join lateral (select count(distinct loan_id)::int as loans, count(distinct enterprise_id)::int as firms,
                              sum(amount_fen) as fen from subsidy_entitlement where run_id = r.id) t on true
    where ${id}::uuid is null or r.id = ${id}::uuid
    order by r.ordered_at desc limit ${limit} offset ${offset}`;

export type PayerSum = { payer: string; fen: bigint };

/** What a run asks of each payer. */
export const sumByPayer = (tx: Tx, runId: string) =>
  tx.$queryRaw<PayerSum[]>`
    select f->>'payer' as payer, sum((f->>'amountFen')::bigint)::bigint as fen
    from subsidy_entitlement t cross join lateral jsonb_array_elements(t.funding) f
    where t.run_id = ${runId}::uuid group by 1 order by 1`;
