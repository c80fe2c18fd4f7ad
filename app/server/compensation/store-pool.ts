import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, fen, zeroFen } from '~/domain/kernel/money.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

export type PoolRow = NonNullable<Awaited<ReturnType<typeof findPool>>>;

export const findPool = (tx: Tx, id: string) => tx.compensationPool.findFirst({ where: { id } });

export const findPoolByCode = (tx: Tx, code: string) => tx.compensationPool.findFirst({ where: { code } });

/** The pools of the platform's own loans, in the order of their codes. */
export const findPools = (tx: Tx) =>
  tx.compensationPool.findMany({ where: { portfolio: null }, orderBy: { code: 'asc' } });

export const findPoolsOfSchemes = (tx: Tx, schemeCodes: readonly string[]) =>
  tx.compensationPool.findMany({ where: { portfolio: null, schemeCode: { in: [...schemeCodes] } } });

export const addPool = (tx: Tx, data: Prisma.CompensationPoolCreateManyInput) =>
  tx.compensationPool.createMany({ data: [data], skipDuplicates: true });

/** One share-out of a pool at a time: whoever wants its money waits here. */
export async function lockPool(tx: Tx, id: string): Promise<PoolRow> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`compensation-pool ${id}`}, 0))`;
  const pool = await findPool(tx, id);
  if (!pool) throw new Error(`no pool ${id}`);
  return pool;
}

export type PoolMoney = { readonly accountId: string; readonly balance: Fen; readonly held: Fen };

/** What an account with a floor has and what of it is reserved: sums that the ledger keeps and proves. */
export async function moneyIn(tx: Tx, code: string): Promise<PoolMoney> {
  const [row] = await tx.$queryRaw<{ id: string; posted: bigint; held: bigint }[]>`
    select a.id, coalesce(t.posted_fen, 0) as posted, coalesce(t.held_fen, 0) as held
    from ledger_account a left join ledger_total t on t.account_id = a.id where a.code = ${code}`;
  if (!row) throw new Error(`no account ${code}`);
  return { accountId: row.id, balance: fen(row.posted), held: fen(row.held) };
}

export type LimitRow = { readonly scope: string; readonly ceiling: Fen | null; readonly used: Fen };

/** The limits that exist among these scopes. */
export async function findLimits(tx: Tx, scopes: readonly string[]): Promise<LimitRow[]> {
  const rows = await tx.$queryRaw<{ scope: string; ceiling_fen: bigint | null; used_fen: bigint }[]>`
    select scope, ceiling_fen, used_fen from ledger_limit where scope = any(${[...scopes]})`;
  return rows.map((row) => ({
    scope: row.scope,
    ceiling: row.ceiling_fen === null ? null : fen(row.ceiling_fen),
    used: fen(row.used_fen),
  }));
}

export type YearSums = {
  readonly institutionId: string;
  readonly year: number;
  readonly mode: 'bank' | 'guarantor';
  readonly enrolled: Fen;
  readonly lossPaidAndHeld: Fen;
  readonly recovered: Fen;
};

type YearRow = {
  institution_id: string;
  year: number;
  mode: 'bank' | 'guarantor';
  enrolled: bigint | null;
  lost: bigint | null;
  recovered: bigint | null;
};

/** Per claimant (the bank, for guaranteed loans their guarantor), year and mode: principal enrolled, losses paid or held (once a claim, less what came back before the payment), and what recoveries brought back after it. */
export async function findYears(tx: Tx, poolId: string): Promise<YearSums[]> {
  const rows = await tx.$queryRaw<YearRow[]>`
    with enrolled as (
      select coalesce(g.guarantor_id, n.institution_id) as institution_id, n.bank_year as year, n.mode,
             sum(n.principal_fen)::bigint as fen
      from enrolment n left join lateral (
        select guarantor_id from guarantee_contract x
        where n.mode = 'guarantor' and x.enterprise_id = n.enterprise_id and x.loan_id = n.loan_id and x.kind = 'guarantee'
          and x.state in ('in-force', 'released') order by x.agreed_on, x.id limit 1) g on true
      where n.pool_id = ${poolId}::uuid group by 1, 2, 3
    ), lost as (
      select coalesce(c.guarantor_id, c.institution_id) as institution_id, c.claim_year as year, c.mode,
             sum(c.loss_fen - coalesce(s.fen, 0))::bigint as fen
      from compensation_claim c left join lateral (
        select sum(r.gross_fen - r.costs_fen) as fen from claim_recovery r
        where r.enterprise_id = c.enterprise_id and r.claim_id = c.id and r.before_payment) s on true
      where c.pool_id = ${poolId}::uuid
        and (c.hold_fen > 0 or exists (select 1 from claim_payment p where p.enterprise_id = c.enterprise_id and p.claim_id = c.id))
      group by 1, 2, 3
    ), recovered as (
      select coalesce(c.guarantor_id, c.institution_id) as institution_id, c.claim_year as year, c.mode, sum(r.gross_fen - r.costs_fen)::bigint as fen
      from claim_recovery r join compensation_claim c on c.enterprise_id = r.enterprise_id and c.id = r.claim_id
      where c.pool_id = ${poolId}::uuid and not r.before_payment group by 1, 2, 3
    )
    select institution_id, year, mode, enrolled.fen as enrolled, lost.fen as lost, recovered.fen as recovered
    from enrolled full join lost using (institution_id, year, mode) full join recovered using (institution_id, year, mode)`;
  return rows.map((row) => ({
    institutionId: row.institution_id,
    year: row.year,
    mode: row.mode,
    enrolled: fen(row.enrolled ?? 0n),
    lossPaidAndHeld: fen(row.lost ?? 0n),
    recovered: fen(row.recovered ?? zeroFen),
  }));
}

export type Arrears = {
  readonly institutionId: string;
  readonly mode: 'bank' | 'guarantor';
  readonly outstanding: Fen;
  readonly overdue: Fen;
};

type ArrearsRow = {
  institution_id: string;
  mode: 'bank' | 'guarantor';
  outstanding: bigint;
  overdue: bigint;
};

/** Per claimant and mode: what is owed today on live loans that are enrolled in a pool, and the part of it on loans that are past due. */
export async function findArrears(tx: Tx, poolId: string, today: Day): Promise<Arrears[]> {
  const rows = await tx.$queryRaw<ArrearsRow[]>`
    with owed as (
      select n.mode, coalesce(g.guarantor_id, n.institution_id) as institution_id, coalesce(c.dpd, 0) as dpd,
             l.principal_fen + coalesce(m.fen, 0) - coalesce(p.fen, 0) as fen
      from enrolment n
      join loan l on l.enterprise_id = n.enterprise_id and l.id = n.loan_id
      left join lateral (
        select guarantor_id from guarantee_contract x
        where n.mode = 'guarantor' and x.enterprise_id = n.enterprise_id and x.loan_id = n.loan_id and x.kind = 'guarantee'
          and x.state in ('in-force', 'released') order by x.agreed_on, x.id limit 1) g on true
      left join lateral (
        select sum(r.principal_fen) as fen from repayment r
        where r.enterprise_id = l.enterprise_id and r.loan_id = l.id and r.kind <> 'recovery' and r.paid_on <= ${dateOfDay(today)}
          and not exists (select 1 from loan_event v where v.enterprise_id = r.enterprise_id and v.reverses_id = r.id)) p on true
      left join lateral (
        select sum(v.amount_fen) as fen from loan_event v
        where v.enterprise_id = l.enterprise_id and v.loan_id = l.id and v.kind = 'drawdown'
          and v.effective_on <= ${dateOfDay(today)}) m on true
      left join lateral (
        select x.dpd from loan_class x where x.enterprise_id = l.enterprise_id and x.loan_id = l.id and x.as_of <= ${dateOfDay(today)}
        order by x.as_of desc, x.recorded_at desc limit 1) c on true
      where n.pool_id = ${poolId}::uuid and l.state = 'active'
    )
    select institution_id, mode, sum(fen)::bigint as outstanding,
           coalesce(sum(fen) filter (where dpd > 0), 0)::bigint as overdue
    from owed group by 1, 2`;
  return rows.map((row) => ({
    institutionId: row.institution_id,
    mode: row.mode,
    outstanding: fen(row.outstanding),
    overdue: fen(row.overdue),
  }));
}
