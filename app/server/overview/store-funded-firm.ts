import type { Tx } from '~/server/db/client.ts';

type LoanRow = {
  enterprise_id: string;
  firm: string;
  uscc: string | null;
  region: string | null;
  industry: string | null;
  bank_zh: string;
  bank_en: string;
  principal_fen: bigint;
  balance_fen: bigint;
  disbursed_on: string;
  maturity_on: string;
  state: string;
};

/** A loan without its terms. */
export async function readFundedLoan(tx: Tx, loanId: string): Promise<LoanRow | null> {
  const [row] = await tx.$queryRaw<LoanRow[]>`
    select l.enterprise_id, e.name as firm, e.uscc, r.name_zh as region, n.name_zh as industry, i.name_zh as bank_zh, i.name_en as bank_en,
           l.principal_fen, b.balance_fen, l.disbursed_on::text, l.maturity_on::text, l.state
    from loan l
    join enterprise e on e.id = l.enterprise_id
    join institution i on i.id = l.institution_id
    join loan_balance b on b.enterprise_id = l.enterprise_id and b.loan_id = l.id
    left join region r on r.code = e.region_code
    left join industry n on n.code = e.industry_code and n.version = e.industry_version
    where l.id = ${loanId}::uuid`;
  return row ?? null;
}

export const findLoanClasses = (tx: Tx, loanId: string) => tx.$queryRaw<
  { on: string; tier: string; dpd: number }[]
>`
  select distinct on (as_of) as_of::text as on, tier, dpd from loan_class where loan_id = ${loanId}::uuid
  order by as_of, recorded_at desc`;

export const readScorePoints = (tx: Tx, enterpriseId: string) => tx.$queryRaw<
  { on: string; milliPoints: number | null }[]
>`
  select as_of::text as on, milli_points as "milliPoints" from (
    select as_of, milli_points, created_at from score_sheet
    where enterprise_id = ${enterpriseId}::uuid and scope = 'public' order by created_at desc limit 24) latest
  order by created_at`;

export const findLoanAlerts = (tx: Tx, loanId: string) => tx.$queryRaw<
  {
    id: string;
    signal: string;
    severity: 'yellow' | 'orange' | 'red';
    state: 'open' | 'answered' | 'closed';
    raised_at: Date;
    due_at: Date;
  }[]
>`
  select id, signal_code as signal, severity, state, raised_at, due_at from alert where loan_id = ${loanId}::uuid
  order by (state = 'closed'), raised_at desc`;
