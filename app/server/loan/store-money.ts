import type { Day } from '~/domain/kernel/day.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';

export type StatementKind = 'refinanced' | 'local-subsidy';

/** All loans of firms: those that a renewal goes on from are among them. */
export const findLoansOf = (tx: Tx, firms: readonly string[]) =>
  tx.loan.findMany({ where: { enterpriseId: { in: [...firms] } }, orderBy: { id: 'asc' } });

/** The last statement of each kind on some loans that was not withdrawn. */
export const findStatements = (tx: Tx, firms: readonly string[], loanIds: readonly string[]) =>
  tx.$queryRaw<StatementRow[]>`
    select * from (
      select distinct on (s.loan_id, s.kind) s.id, s.loan_id, s.kind, s.lender_id, s.lender, s.contract_no, s.first_drawn_on::text,
             s.scheme_code, s.scheme_version, s.payer, s.points_ppm, s.reference, s.evidence_on::text, s.withdrawn, s.party, s.stated_at
      from money_statement s
      where s.enterprise_id = any(${[...firms]}::uuid[]) and s.loan_id = any(${[...loanIds]}::uuid[])
      order by s.loan_id, s.kind, s.stated_at desc, s.id) latest
    where not withdrawn`;

export type StatementRow = {
  readonly id: string;
  readonly loan_id: string;
  readonly kind: StatementKind;
  readonly lender_id: string | null;
  readonly lender: string | null;
  readonly contract_no: string | null;
  readonly first_drawn_on: Day | null;
  readonly scheme_code: string | null;
  readonly scheme_version: number | null;
  readonly payer: string | null;
  readonly points_ppm: number | null;
  readonly reference: string;
  readonly evidence_on: Day;
  readonly party: 'institution' | 'operator';
  readonly stated_at: Date;
};

export const addStatement = (tx: Tx, data: Prisma.MoneyStatementCreateManyInput) =>
  tx.moneyStatement.createMany({ data: [data] });

/** Subsidies that accepted any of some loans, in the version under which each began. */
export const findTaken = (tx: Tx, firms: readonly string[], loanIds: readonly string[]) =>
  tx.$queryRaw<{ code: string; version: number; level: 'central' | 'local' }[]>`
    select distinct on (s.scheme_code) s.scheme_code as code, s.scheme_version as version, p.body->>'level' as level
    from standing_assessment s
    join policy_version p on p.code = s.scheme_code and p.version = s.scheme_version and p.kind = 'subsidy'
    join loan l on l.enterprise_id = s.enterprise_id and l.id = s.loan_id
    where s.enterprise_id = any(${[...firms]}::uuid[]) and s.loan_id = any(${[...loanIds]}::uuid[]) and s.outcome = 'eligible'
    order by s.scheme_code, l.disbursed_on, l.id`;

export type UseRow = {
  readonly code: string;
  readonly id: string;
  readonly maxMonths: number;
  readonly capWan: number | null;
  readonly eligiblePpm: number;
};

/** The loans of some firms drawn before one of theirs that some subsidy accepted, one row for each scheme, with the scheme's caps. */
export const findUses = (
  tx: Tx,
  firms: readonly string[],
  before: { readonly drawnOn: Day; readonly id: string },
) =>
  tx.$queryRaw<UseRow[]>`
    select s.scheme_code as code, l.id, (p.body->>'maxMonths')::int as "maxMonths", (p.body->>'principalCapWan')::int as "capWan",
           coalesce(u.eligible_ppm, 1000000) as "eligiblePpm"
    from standing_assessment s
    join policy_version p on p.code = s.scheme_code and p.version = s.scheme_version and p.kind = 'subsidy'
    join loan l on l.enterprise_id = s.enterprise_id and l.id = s.loan_id
    left join lateral (select eligible_ppm from subsidy_purpose x where x.enterprise_id = l.enterprise_id and x.loan_id = l.id
                       order by stated_at desc limit 1) u on true
    where s.outcome = 'eligible' and s.enterprise_id = any(${[...firms]}::uuid[])
      and (l.disbursed_on, l.id) < (${before.drawnOn}::date, ${before.id}::uuid)`;
