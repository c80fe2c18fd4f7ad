import { Prisma, type Tx } from '~/server/db/client.ts';

export type EnrolledRow = {
  enrolment_id: string;
  loan_id: string;
  contract_no: string;
  firm: string;
  bank_zh: string;
  bank_en: string;
  pool_zh: string;
  pool_en: string;
  mode: string;
  principal_fen: bigint;
  share_ppm: number | null;
  ceiling_fen: bigint;
  enrolled_on: string;
  tier: string | null;
  dpd: number | null;
  loan_state: string;
  claim_id: string | null;
  state: string | null;
  waits: string | null;
  payable_fen: bigint | null;
  hold_fen: bigint | null;
  paid_fen: bigint | null;
  returned_fen: bigint | null;
};

export type EnrolledTab = 'claimable' | 'claimed' | 'enrolled';

const lost = Prisma.sql`(l.state = 'written-off' or k.tier in ('substandard', 'doubtful', 'loss'))`;
const tabs: { readonly [T in EnrolledTab]: Prisma.Sql } = {
  claimable: Prisma.sql`${lost} and c.id is null and l.state <> 'settled'`,
  claimed: Prisma.sql`c.id is not null`,
  enrolled: Prisma.sql`true`,
};

/** The reader's enrolled loans (row-level security decides whose) with class, latest claim, what was paid and returned. */
export const findEnrolled = (tx: Tx, tab: EnrolledTab, limit: number, offset: number) => tx.$queryRaw<
  EnrolledRow[]
>`
  select n.id as enrolment_id, n.loan_id, l.contract_no, e.name as firm, i.name_zh as bank_zh, i.name_en as bank_en,
         p.name_zh as pool_zh, p.name_en as pool_en, n.mode, n.principal_fen, n.share_ppm, n.ceiling_fen, n.enrolled_on::text,
         k.tier, k.dpd, l.state as loan_state, c.id as claim_id, c.state, c.waits, c.payable_fen, c.hold_fen,
         (select coalesce(sum(m.amount_fen), 0)::bigint from claim_payment m
           where m.enterprise_id = n.enterprise_id and m.loan_id = n.loan_id and m.pool_id = n.pool_id) as paid_fen,
         (select coalesce(sum(r.to_pool_fen), 0)::bigint from claim_recovery r
           where r.enterprise_id = n.enterprise_id and r.loan_id = n.loan_id and r.pool_id = n.pool_id) as returned_fen
  from enrolment n
  join loan l on l.enterprise_id = n.enterprise_id and l.id = n.loan_id
  join enterprise e on e.id = n.enterprise_id
  join institution i on i.id = n.institution_id
  join compensation_pool p on p.id = n.pool_id
  left join lateral (select tier, dpd from loan_class x where x.enterprise_id = n.enterprise_id and x.loan_id = n.loan_id
                     order by as_of desc, recorded_at desc limit 1) k on true
  left join lateral (select * from compensation_claim x where x.enterprise_id = n.enterprise_id and x.enrolment_id = n.id
                     order by (x.state in ('refused', 'withdrawn')), x.claimed_at desc limit 1) c on true
  where ${tabs[tab]}
  order by (c.id is null and l.state <> 'settled' and ${lost}) desc, n.enrolled_on desc, n.id
  limit ${limit} offset ${offset}`;

export type QueueRow = {
  id: string;
  firm: string;
  bank_zh: string;
  bank_en: string;
  contract_no: string;
  determined_on: string;
  enrolled_on: string;
  state: string;
  waits: string | null;
  payable_fen: bigint;
  hold_fen: bigint;
  paid_fen: bigint;
};

/** Not closed, or paid and to be determined anew since more is owed by now. */
const openClaims = Prisma.sql`(c.state not in ('paid', 'refused', 'withdrawn') or (c.state = 'paid' and c.waits is not null))`;

/** A pool's claims: open ones in serial order, or the closed ones, latest first. */
export const findPoolClaims = (
  tx: Tx,
  poolId: string,
  tab: 'open' | 'closed',
  limit: number,
  offset: number,
) => tx.$queryRaw<QueueRow[]>`
  select c.id, e.name as firm, i.name_zh as bank_zh, i.name_en as bank_en, l.contract_no, c.determined_on::text,
         c.enrolled_on::text, c.state, c.waits, c.payable_fen, c.hold_fen,
         (select coalesce(sum(m.amount_fen), 0)::bigint from claim_payment m
           where m.enterprise_id = c.enterprise_id and m.claim_id = c.id) as paid_fen
  from compensation_claim c
  join loan l on l.enterprise_id = c.enterprise_id and l.id = c.loan_id
  join enterprise e on e.id = c.enterprise_id
  join institution i on i.id = c.institution_id
  where c.pool_id = ${poolId}::uuid
    and ${tab === 'open' ? openClaims : Prisma.sql`not ${openClaims}`}
  order by ${tab === 'open' ? Prisma.sql`c.determined_on, c.enrolled_on, c.id` : Prisma.sql`c.claimed_at desc, c.id`}
  limit ${limit} offset ${offset}`;

/** How many claims that wait for a pool come before one in the serial order. */
export async function countBefore(
  tx: Tx,
  claim: { id: string; poolId: string; determinedOn: Date; enrolledOn: Date },
): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from compensation_claim c
    where c.pool_id = ${claim.poolId}::uuid and c.state in ('waiting', 'held') and c.waits is not null
      and (c.determined_on, c.enrolled_on, c.id) < (${claim.determinedOn}::date, ${claim.enrolledOn}::date, ${claim.id}::uuid)`;
  return row?.count ?? 0;
}

/** What came into a pool by its source, and what it paid: sums of postings. */
export const findPoolFlows = (tx: Tx, poolCode: string) => tx.$queryRaw<
  { code: string; kind: string; moved: string; fen: bigint }[]
>`
  select o.code, o.kind, t.kind as moved, sum(g.amount_fen)::bigint as fen
  from ledger_account a
  join ledger_posting g on g.account_id = a.id
  join ledger_transaction t on t.id = g.transaction_id
  join ledger_posting f on f.transaction_id = t.id and f.account_id <> a.id
  join ledger_account o on o.id = f.account_id
  where a.code = ${`pool:${poolCode}`}
  group by 1, 2, 3`;

/** Per month: what a pool paid less what came back, the latest months, oldest first. */
export const findPaidMonths = (tx: Tx, poolId: string, since: Date) => tx.$queryRaw<
  { month: string; net: bigint }[]
>`
  select to_char(d.on, 'YYYY-MM') as month, sum(d.fen)::bigint as net
  from (select paid_on as on, amount_fen as fen from claim_payment where pool_id = ${poolId}::uuid
        union all select received_on, -to_pool_fen from claim_recovery where pool_id = ${poolId}::uuid) d
  where d.on >= ${since} group by 1 order by 1`;

/** Enrolled principal that is still lent out. */
export async function enrolledBalance(tx: Tx, poolId: string): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ fen: bigint }[]>`
    select coalesce(sum(b.balance_fen), 0)::bigint as fen
    from enrolment n join loan_balance b on b.enterprise_id = n.enterprise_id and b.loan_id = n.loan_id
    join loan l on l.enterprise_id = n.enterprise_id and l.id = n.loan_id
    where n.pool_id = ${poolId}::uuid and l.state = 'active'`;
  return row?.fen ?? 0n;
}

export const namesOfInstitutions = (tx: Tx, ids: readonly string[]) =>
  tx.institution.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, nameZh: true, nameEn: true },
  });
