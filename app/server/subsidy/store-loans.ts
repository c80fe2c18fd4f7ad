import { type Day, day } from '~/domain/kernel/day.ts';
import { grouped } from '~/domain/kernel/group.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import type { DayCount } from '~/domain/policy/day-count.ts';
import type { StopCause } from '~/domain/subsidy/subsidised-loan.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';

/** A loan that a subsidy scheme accepted at disbursement, one row for each such scheme. */
export type EligibleRow = {
  id: string;
  enterprise_id: string;
  institution_id: string;
  scheme_code: string;
  scheme_version: number;
  /** `ineligible` where something was paid before that was assessed anew. */
  outcome: 'eligible' | 'ineligible';
  principal_fen: bigint;
  rate_ppm: number;
  day_count: DayCount;
  drawn_on: string;
  maturity_on: string;
  settled_on: string | null;
  eligible_ppm: number;
  refused_on: string | null;
  refused_by: string | null;
  one_year_ppm: number | null;
  five_year_ppm: number | null;
};

/** The loan's rate and the LPR in force when its contract was made: what schemes price by. */
export const pricedOf = (row: EligibleRow) => ({
  rate: ppm(row.rate_ppm),
  ...(row.one_year_ppm !== null &&
    row.five_year_ppm !== null && {
      lpr: { oneYear: ppm(row.one_year_ppm), fiveYear: ppm(row.five_year_ppm) },
    }),
});

/** Firms with a loan that some subsidy scheme accepted or paid on, in the order of their ids, after one of them. */
export const findSubsidisedFirms = (tx: Tx, after: string, limit: number) =>
  tx.$queryRaw<{ id: string }[]>`
    select distinct s.enterprise_id as id from standing_assessment s
    join policy_version p on p.code = s.scheme_code and p.version = s.scheme_version and p.kind = 'subsidy'
    where s.enterprise_id > ${after}::uuid and (s.outcome = 'eligible' or exists (
      select 1 from subsidy_entry x
      where x.enterprise_id = s.enterprise_id and x.loan_id = s.loan_id and x.scheme_code = s.scheme_code))
    order by 1 limit ${limit}`;

/** Loans of firms under the schemes that accepted them or paid on them, with what firm and bank stated last. */
export const findEligible = (tx: Tx, firms: readonly string[]) =>
  tx.$queryRaw<EligibleRow[]>`
    select l.id, l.enterprise_id, l.institution_id, s.scheme_code, s.scheme_version, s.outcome, l.principal_fen, l.rate_ppm, l.day_count,
           l.disbursed_on::text as drawn_on, l.maturity_on::text, l.settled_on::text,
           coalesce(u.eligible_ppm, 1000000) as eligible_ppm,
           case when c.choice = 'refused' then (c.chosen_at at time zone 'Asia/Shanghai')::date::text end as refused_on,
           case when c.choice = 'refused' then c.chosen_by::text end as refused_by, q.one_year_ppm, q.five_year_ppm
    from standing_assessment s
    join policy_version p on p.code = s.scheme_code and p.version = s.scheme_version and p.kind = 'subsidy'
    join loan l on l.enterprise_id = s.enterprise_id and l.id = s.loan_id
    left join lateral (select eligible_ppm from subsidy_purpose x where x.enterprise_id = l.enterprise_id and x.loan_id = l.id
                       order by stated_at desc limit 1) u on true
    left join lateral (select choice, chosen_at, chosen_by from subsidy_choice x
                       where x.enterprise_id = l.enterprise_id and x.loan_id = l.id order by chosen_at desc limit 1) c on true
    left join lateral (select one_year_ppm, five_year_ppm from lpr_quote where published_on <= l.contract_on
                       order by published_on desc limit 1) q on true
    where (s.outcome = 'eligible' or exists (
             select 1 from subsidy_entry x where x.enterprise_id = l.enterprise_id and x.loan_id = l.id and x.scheme_code = s.scheme_code))
      and s.enterprise_id = any(${[...firms]}::uuid[])
    order by l.disbursed_on, l.id, s.scheme_code`;

const byLoan = <Row extends { loanId: string }, T>(
  rows: readonly Row[],
  value: (row: Row) => T,
): Map<string, T[]> =>
  new Map([...grouped(rows, (row) => row.loanId)].map(([id, group]) => [id, group.map(value)]));

type StopRow = { readonly on: Day; readonly cause: StopCause; readonly scope: 'whole' | 'from-day' };

/** What takes a subsidy away, by loan: every report that was not dismissed, so that a suspicion suspends. */
export async function findStopsOf(tx: Tx, loans: readonly string[]): Promise<Map<string, StopRow[]>> {
  const rows = await tx.subsidyReclaim.findMany({
    where: { loanId: { in: [...loans] }, state: { not: 'dismissed' } },
  });
  return byLoan(rows, (row) => ({
    on: dayOfDate(row.misuseOn),
    cause: row.cause === 'wilful-default' ? ('wilful-default' as const) : ('misuse' as const),
    // what a report only suspects is suspended, not taken back
    scope: row.state === 'reported' ? ('from-day' as const) : (row.scope as 'whole' | 'from-day'),
  }));
}

/** A loan as its parties see it, with its names. */
export async function findLoanHead(tx: Tx, loanId: string) {
  const [row] = await tx.$queryRaw<LoanHead[]>`
    select l.id, l.enterprise_id, l.institution_id, l.contract_no, l.principal_fen, l.rate_ppm, l.disbursed_on::text as drawn_on,
           l.maturity_on::text, l.state, l.renews_loan_id is not null as renews, e.name as firm, i.name_zh as bank_zh, i.name_en as bank_en
    from loan l join enterprise e on e.id = l.enterprise_id join institution i on i.id = l.institution_id
    where l.id = ${loanId}::uuid`;
  return row ?? null;
}

export type LoanHead = {
  id: string;
  enterprise_id: string;
  institution_id: string;
  contract_no: string;
  principal_fen: bigint;
  rate_ppm: number;
  drawn_on: string;
  maturity_on: string;
  state: string;
  renews: boolean;
  firm: string;
  bank_zh: string;
  bank_en: string;
};

export const dayOf = (text: string): Day => day(text);
