import type { Day } from '~/domain/kernel/day.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { tagsOfLoan } from '~/server/loan/store-tags.ts';

/** What the list says of a loan to whoever may read it. */
export type ListedRow = {
  id: string;
  contract_no: string;
  firm: string;
  uscc: string | null;
  bank_zh: string;
  bank_en: string;
  principal_fen: bigint;
  rate_ppm: number;
  disbursed_on: string;
  maturity_on: string;
  balance_fen: bigint;
  paid_principal_fen: bigint;
  paid_interest_fen: bigint;
  tier: string | null;
  dpd: number | null;
  state: string;
};

/** With what the lender alone finds of it. */
export type MonthRow = ListedRow & {
  /** misuse | technical-overdue, as the bank found them and did not take back. */
  findings: string[];
  tags: string[];
  /** Penalty interest stated in the month less what the contracts asked for, where they differ. */
  penalty_difference_fen: bigint;
};

/** Loans that lived in a time, with the balance at its end and what was paid within it; a reversed payment is none. */
export const lived = (from: Day, through: Day) => Prisma.sql`
  with paid as (
    select r.enterprise_id, r.loan_id, r.paid_on, r.principal_fen, r.interest_fen from repayment r
    where r.kind <> 'recovery' and r.paid_on <= ${dateOfDay(through)}
      and not exists (select 1 from loan_event v where v.enterprise_id = r.enterprise_id and v.reverses_id = r.id)
  ), sums as (
    select enterprise_id, loan_id, sum(principal_fen) as all_principal,
           sum(principal_fen) filter (where paid_on >= ${dateOfDay(from)}) as principal,
           sum(interest_fen) filter (where paid_on >= ${dateOfDay(from)}) as interest
    from paid group by 1, 2
  ), drawn as (
    select enterprise_id, loan_id, sum(amount_fen) as more from loan_event
    where kind = 'drawdown' and effective_on <= ${dateOfDay(through)} group by 1, 2
  ), lived as (
    select l.*, coalesce(d.more, 0) as more, coalesce(s.principal, 0)::bigint as paid_principal_fen,
           coalesce(s.interest, 0)::bigint as paid_interest_fen,
           (case when l.state in ('renewed', 'written-off') and l.settled_on <= ${dateOfDay(through)} then 0
                 else l.principal_fen + coalesce(d.more, 0) - coalesce(s.all_principal, 0) end)::bigint as balance_fen
    from loan l
    left join sums s on s.enterprise_id = l.enterprise_id and s.loan_id = l.id
    left join drawn d on d.enterprise_id = l.enterprise_id and d.loan_id = l.id
    where l.disbursed_on <= ${dateOfDay(through)} and (l.settled_on is null or l.settled_on >= ${dateOfDay(from)})
  )`;

/** The monthly loan list that the reader may see, by bank and contract. */
export const findMonth = (tx: Tx, from: Day, through: Day, limit: number, offset: number) =>
  tx.$queryRaw<MonthRow[]>`
  ${lived(from, through)}
  select l.id, l.contract_no, e.name as firm, e.uscc, i.name_zh as bank_zh, i.name_en as bank_en,
         (l.principal_fen + l.more)::bigint as principal_fen, coalesce(l.current_rate_ppm, l.rate_ppm) as rate_ppm,
         l.disbursed_on::text, l.maturity_on::text, l.balance_fen, l.paid_principal_fen, l.paid_interest_fen, c.tier, c.dpd, l.state,
         array(select distinct f.kind from loan_event f
               where f.enterprise_id = l.enterprise_id and f.loan_id = l.id and f.effective_on <= ${dateOfDay(through)}
                 and (f.kind = 'misuse' or (f.kind = 'technical-overdue' and f.effective_on >= ${dateOfDay(from)}))
                 and not exists (select 1 from loan_event v where v.enterprise_id = f.enterprise_id and v.reverses_id = f.id)
               order by 1) as findings,
         (select coalesce(sum(p.stated_fen - p.expected_fen), 0)::bigint from penalty_finding p
          where p.enterprise_id = l.enterprise_id and p.loan_id = l.id
            and p.paid_on between ${dateOfDay(from)} and ${dateOfDay(through)}
            and not exists (select 1 from loan_event v
                            where v.enterprise_id = p.enterprise_id and v.reverses_id = p.repayment_id)) as penalty_difference_fen,
         ${tagsOfLoan} as tags
  from lived l
  join enterprise e on e.id = l.enterprise_id
  join institution i on i.id = l.institution_id
  left join lateral (select tier, dpd from loan_class x where x.enterprise_id = l.enterprise_id and x.loan_id = l.id
                       and x.as_of <= ${dateOfDay(through)} order by as_of desc, recorded_at desc limit 1) c on true
  order by i.name_zh, l.contract_no, l.id limit ${limit} offset ${offset}`;

type Sums = { loans: number; balance_fen: bigint; principal_fen: bigint; interest_fen: bigint };

export async function sumMonth(tx: Tx, from: Day, through: Day): Promise<Sums> {
  const [row] = await tx.$queryRaw<Sums[]>`
    ${lived(from, through)}
    select count(*)::int as loans, coalesce(sum(balance_fen), 0)::bigint as balance_fen,
           coalesce(sum(paid_principal_fen), 0)::bigint as principal_fen, coalesce(sum(paid_interest_fen), 0)::bigint as interest_fen
    from lived`;
  return row ?? { loans: 0, balance_fen: 0n, principal_fen: 0n, interest_fen: 0n };
}
