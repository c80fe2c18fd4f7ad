import type { Day } from '~/domain/kernel/day.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';

export type CircleFirm = {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly hop: number;
};

/** No circle is drawn or followed beyond so many firms. */
export const mostCircleFirms = 200;

/** Who signed, and who answers for it: a guarantee of or for a firm that was absorbed or divided binds its successors. */
const heirs = Prisma.sql`heirs as materialized (select enterprise_id, successor_id from answering_firm)`;
const isStanding = (day: Day) => Prisma.sql`r.kind = 'guarantee' and r.party_enterprise_id is not null
  and (r.since is null or r.since <= ${day}::date) and (r.until is null or r.until > ${day}::date)`;

/** Firms that published guarantees connect with one, in whatever direction, over at most so many of them; the nearest first. */
export const findCircle = (tx: Tx, firm: string, hops: number, day: Day) => tx.$queryRaw<CircleFirm[]>`
  with recursive ${heirs}, walk (firm, hop) as (
    select ${firm}::uuid, 0
    union
    select n.firm, w.hop + 1 from walk w cross join lateral (
      select coalesce(h.successor_id, r.party_enterprise_id) as firm
      from (select w.firm as id union all select g.enterprise_id from heirs g where g.successor_id = w.firm) signed
      join relation r on r.enterprise_id = signed.id left join heirs h on h.enterprise_id = r.party_enterprise_id
      where ${isStanding(day)}
      union all
      select coalesce(h.successor_id, r.enterprise_id)
      from (select w.firm as id union all select g.enterprise_id from heirs g where g.successor_id = w.firm) signed
      join relation r on r.party_enterprise_id = signed.id left join heirs h on h.enterprise_id = r.enterprise_id
      where ${isStanding(day)}) n
    where w.hop < ${hops}
  ), nearest as (select firm, min(hop) as hop from walk group by firm)
  select e.id, e.name, e.uscc, n.hop from nearest n join enterprise e on e.id = n.firm
  order by n.hop, e.name, e.id limit ${mostCircleFirms}`;

/** Published guarantees between firms of a set, under those who answer for them today; the register names no amount. */
export const findPublishedCovers = (tx: Tx, firms: readonly string[], day: Day) => tx.$queryRaw<
  { guarantor: string; debtor: string; since: string | null }[]
>`
  with ${heirs}, signed as (
    select id as signer, id as firm from unnest(${[...firms]}::uuid[]) id
    union select enterprise_id, successor_id from heirs where successor_id = any(${[...firms]}::uuid[]))
  select g.firm as guarantor, d.firm as debtor, min(r.since)::text as since
  from signed g join relation r on r.enterprise_id = g.signer join signed d on d.signer = r.party_enterprise_id
  where ${isStanding(day)} and g.firm <> d.firm
  group by 1, 2 order by 1, 2`;

export type CircleLoan = {
  readonly firm: string;
  readonly loanId: string;
  readonly balanceFen: bigint;
};

/**
 * Live loans that firms owe and that the reader may see, with what is still owed: of the borrower, or of who answers for it after a
 * merger or division. Where several do, the loan counts once, with the first of the firms.
 */
export const findCircleLoans = (tx: Tx, firms: readonly string[]) => tx.$queryRaw<CircleLoan[]>`
  select distinct on (l.id) l.enterprise_id as firm, l.id as "loanId", b.balance_fen as "balanceFen"
  from watched_loan l join loan_balance b on b.enterprise_id = l.borrower_id and b.loan_id = l.id
  where l.state = 'active' and l.enterprise_id = any(${[...firms]}::uuid[])
  order by l.id, array_position(${[...firms]}::uuid[], l.enterprise_id)`;

export type HouseCover = {
  readonly guarantor: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly loanId: string;
  readonly sharePpm: number;
  readonly liabilityFen: bigint;
  readonly since: string | null;
};

/** Guarantees of institutions in force on some loans, as far as the reader may see them. */
export const findHouseCovers = (tx: Tx, loans: readonly string[]) => tx.$queryRaw<HouseCover[]>`
  select c.guarantor_id as guarantor, i.name_zh as "nameZh", i.name_en as "nameEn", c.loan_id as "loanId",
         c.share_ppm as "sharePpm", c.liability_fen as "liabilityFen", c.agreed_on::text as since
  from guarantee_contract c join institution i on i.id = c.guarantor_id
  where c.state = 'in-force' and c.loan_id = any(${[...loans]}::uuid[]) order by c.guarantor_id, c.loan_id`;

/** The firm that answers for a loan that the reader may see. */
export async function findBorrower(tx: Tx, loanId: string) {
  const [row] = await tx.$queryRaw<{ id: string; contractNo: string | null }[]>`
    select w.enterprise_id as id, l.contract_no as "contractNo"
    from loan l join watched_loan w on w.borrower_id = l.enterprise_id and w.id = l.id
    where l.id = ${loanId}::uuid order by w.enterprise_id limit 1`;
  return row ?? null;
}
