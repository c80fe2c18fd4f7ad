import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';

export type CircleFirm = {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly hop: number;
};

/** No circle is drawn or followed beyond so many firms. */
export const mostCircleFirms = 200;

/** Firms that published guarantees connect with one, in whatever direction, over at most so many of them; the nearest first. */
export const findCircle = (tx: Tx, firm: string, hops: number, day: Day) => tx.$queryRaw<CircleFirm[]>`
  with recursive walk (firm, hop) as (
    select ${firm}::uuid, 0
    union
    select n.firm, w.hop + 1 from walk w cross join lateral (
      select r.party_enterprise_id as firm from relation r
      where r.enterprise_id = w.firm and r.kind = 'guarantee' and r.party_enterprise_id is not null
        and (r.since is null or r.since <= ${day}::date) and (r.until is null or r.until > ${day}::date)
      union all
      select r.enterprise_id from relation r
      where r.party_enterprise_id = w.firm and r.kind = 'guarantee'
        and (r.since is null or r.since <= ${day}::date) and (r.until is null or r.until > ${day}::date)) n
    where w.hop < ${hops}
  ), nearest as (select firm, min(hop) as hop from walk group by firm)
  select e.id, e.name, e.uscc, n.hop from nearest n join enterprise e on e.id = n.firm
  order by n.hop, e.name, e.id limit ${mostCircleFirms}`;

/** Published guarantees between firms of a set; the register names no amount. */
export const findPublishedCovers = (tx: Tx, firms: readonly string[], day: Day) => tx.$queryRaw<
  { guarantor: string; debtor: string; since: string | null }[]
>`
  select r.enterprise_id as guarantor, r.party_enterprise_id as debtor, min(r.since)::text as since from relation r
  where r.kind = 'guarantee' and r.enterprise_id = any(${[...firms]}::uuid[]) and r.party_enterprise_id = any(${[...firms]}::uuid[])
    and (r.since is null or r.since <= ${day}::date) and (r.until is null or r.until > ${day}::date)
  group by 1, 2 order by 1, 2`;

export type CircleLoan = {
  readonly firm: string;
  readonly loanId: string;
  readonly balanceFen: bigint;
};

/** Live loans of firms that the reader may see, with what is still owed. */
export const findCircleLoans = (tx: Tx, firms: readonly string[]) => tx.$queryRaw<CircleLoan[]>`
  select l.enterprise_id as firm, l.id as "loanId", b.balance_fen as "balanceFen"
  from loan l join loan_balance b on b.enterprise_id = l.enterprise_id and b.loan_id = l.id
  where l.state = 'active' and l.enterprise_id = any(${[...firms]}::uuid[]) order by l.id`;

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

/** The firm of a loan that the reader may see. */
export async function findBorrower(tx: Tx, loanId: string) {
  const [row] = await tx.$queryRaw<{ id: string; contractNo: string | null }[]>`
    select l.enterprise_id as id, l.contract_no as "contractNo" from loan l where l.id = ${loanId}::uuid`;
  return row ?? null;
}
