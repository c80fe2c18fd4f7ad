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

export type BankSum = { zh: string; en: string; payer: string; loans: number; fen: bigint };

/** The same by lender: what each treasury settles with each bank's head office in one sum (总对总). */
export const sumByBank = (tx: Tx, runId: string) =>
  tx.$queryRaw<BankSum[]>`
    with due as (
      select t.loan_id, l.institution_id, t.funding
      from subsidy_entitlement t join loan l on l.enterprise_id = t.enterprise_id and l.id = t.loan_id
      where t.run_id = ${runId}::uuid and t.amount_fen <> 0
    ), counted as (
      select institution_id, count(distinct loan_id)::int as loans from due group by 1
    )
    select i.name_zh as zh, i.name_en as en, f->>'payer' as payer, c.loans, sum((f->>'amountFen')::bigint)::bigint as fen
    from due d
    join counted c on c.institution_id = d.institution_id
    join institution i on i.id = d.institution_id
    cross join lateral jsonb_array_elements(d.funding) f
    group by i.id, 1, 2, 3, 4 order by 1, 3`;
