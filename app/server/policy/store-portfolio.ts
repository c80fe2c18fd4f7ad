import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import { type Fen, fen, minus, zeroFen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import type { DayCount } from '~/domain/policy/day-count.ts';
import type { BalanceSpan, Borrower, LoanFacts, LoanFlag } from '~/domain/policy/loan-facts.ts';
import type { ReplayLoan, ReplayLoss } from '~/domain/policy/replay.ts';
import { maturityKept } from '~/domain/policy/subsidy.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { readExtendedMonths } from '~/server/policy/read-extended-months.ts';

type LoanRow = {
  enterprise_id: string;
  id: string;
  institution_id: string;
  principal_fen: bigint;
  rate_ppm: number;
  day_count: string;
  term_months: number;
  purpose: string;
  contract_on: Day;
  disbursed_on: Day;
  maturity_on: Day;
  extended_months: number;
  money_id: string | null;
  first_on: Day | null;
  first_purpose: string | null;
  flags: string[];
  kind: Borrower['kind'];
  size_class: Borrower['size'] | null;
  region_code: string | null;
  industry_code: string | null;
  bad_on: Day | null;
  paid_before: bigint;
  paid_after: bigint;
};

/** Loans that were drawn between two days, counted. */
export async function countPortfolio(tx: Tx, from: Day, to: Day): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from loan where disbursed_on between ${dateOfDay(from)} and ${dateOfDay(to)}`;
  return row?.count ?? 0;
}

/**
 * A page of the platform's loans drawn between two days, by id after the last one read. A loss is determined on the first
 * day on which the loan was classed substandard or worse (不良); what came back afterwards is taken off.
 */
const findLoans = (tx: Tx, from: Day, to: Day, after: string, limit: number) => tx.$queryRaw<LoanRow[]>`
  select l.enterprise_id, l.id, l.institution_id, l.principal_fen, l.rate_ppm, l.day_count, l.term_months, l.purpose,
         l.contract_on::text, l.disbursed_on::text, l.maturity_on::text, l.money_id,
         coalesce((select sum(v.months) from loan_event v where v.enterprise_id = l.enterprise_id and v.loan_id = l.id
                    and v.kind = 'extension'), 0)::int as extended_months, o.disbursed_on::text as first_on,
         o.purpose as first_purpose, l.flags, e.kind, p.size_class, e.region_code,
         e.industry_code, b.bad_on::text,
         coalesce((select sum(r.principal_fen) from repayment r where r.enterprise_id = l.enterprise_id and r.loan_id = l.id
                    and r.paid_on <= b.bad_on), 0)::bigint as paid_before,
         coalesce((select sum(r.principal_fen) from repayment r where r.enterprise_id = l.enterprise_id and r.loan_id = l.id
                    and r.paid_on > b.bad_on), 0)::bigint as paid_after
  from loan l
  join enterprise e on e.id = l.enterprise_id
  left join enterprise_profile p on p.enterprise_id = l.enterprise_id
  left join loan o on o.enterprise_id = l.enterprise_id and o.id = l.money_id
  left join lateral (select min(c.as_of) as bad_on from loan_class c
                     where c.enterprise_id = l.enterprise_id and c.loan_id = l.id
                       and c.tier in ('substandard', 'doubtful', 'loss')) b on true
  where l.disbursed_on between ${dateOfDay(from)} and ${dateOfDay(to)} and l.id > ${after}::uuid
  order by l.id limit ${limit}`;

type DueRow = { loan_id: string; due_on: Day; principal_fen: bigint };

const findPlans = (tx: Tx, loanIds: readonly string[]) => tx.$queryRaw<DueRow[]>`
  select loan_id, due_on::text, principal_fen from instalment
  where loan_id = any(${loanIds}::uuid[]) and principal_fen > 0 order by loan_id, due_on`;

type Parents = ReadonlyMap<string, string | null>;

/** Divisions and industries with what they belong to: read once for a whole portfolio. */
export async function readParents(
  tx: Tx,
): Promise<{ readonly regions: Parents; readonly industries: Parents }> {
  const regions = await tx.$queryRaw<{ code: string; parent_code: string | null }[]>`
    select code, parent_code from region`;
  const industries = await tx.$queryRaw<{ code: string; parent_code: string | null }[]>`
    select distinct on (code) code, parent_code from industry order by code, version desc`;
  const mapOf = (rows: typeof regions) => new Map(rows.map((row) => [row.code, row.parent_code]));
  return { regions: mapOf(regions), industries: mapOf(industries) };
}

/** From the widest to the code itself. */
export function pathOf(parents: Parents, code: string | null): string[] {
  const path: string[] = [];
  for (let at = code; at !== null && !path.includes(at); at = parents.get(at) ?? null) path.unshift(at);
  return path;
}

const firstId = '00000000-0000-0000-0000-000000000000';

/** The platform's loans drawn between two days as a replay reads them, a page at a time. */
export async function readPortfolioPage(
  tx: Tx,
  window: { readonly from: Day; readonly to: Day },
  after: string | null,
  limit: number,
): Promise<ReplayLoan[]> {
  const rows = await findLoans(tx, window.from, window.to, after ?? firstId, limit);
  if (rows.length === 0) return [];
  const parents = await readParents(tx);
  const dues = await findPlans(
    tx,
    rows.map((row) => row.id),
  );
  const plans = new Map<string, DueRow[]>();
  for (const due of dues) plans.set(due.loan_id, [...(plans.get(due.loan_id) ?? []), due]);
  const extendedMonths = await readExtendedMonths(tx, clock.today());
  return rows.map((row) => asReplayLoan(kept(row, extendedMonths), plans.get(row.id) ?? [], parents));
}

/** The loan with the maturity that a subsidy goes by, whatever extensions made of it. */
function kept(row: LoanRow, extendedMonths: number): LoanRow {
  if (row.extended_months === 0) return row;
  const maturityOn = addMonths(row.disbursed_on, row.term_months);
  const since = row.first_on ?? row.disbursed_on;
  return {
    ...row,
    maturity_on: maturityKept({ since, maturityOn, extendedTo: row.maturity_on, extendedMonths }),
  };
}

function asReplayLoan(
  row: LoanRow,
  plan: readonly DueRow[],
  parents: Awaited<ReturnType<typeof readParents>>,
): ReplayLoan {
  const regionPath = pathOf(parents.regions, row.region_code);
  return {
    id: row.id,
    borrowerId: row.enterprise_id,
    moneyId: row.money_id ?? row.id,
    bank: row.institution_id,
    region: regionPath[1] ?? regionPath[0] ?? '',
    facts: factsOf(row, plan, regionPath, pathOf(parents.industries, row.industry_code)),
    loss: lossOf(row),
  };
}

function factsOf(
  row: LoanRow,
  plan: readonly DueRow[],
  regionPath: string[],
  industryPath: string[],
): LoanFacts {
  const principal = fen(row.principal_fen);
  return {
    borrower: {
      regionPath,
      industryPath,
      size: row.size_class ?? 'undetermined',
      kind: row.kind,
      lists: row.flags.filter((flag) => flag.startsWith('list:')).map((flag) => flag.slice(5)),
    },
    principal,
    rate: ppm(row.rate_ppm),
    dayCount: row.day_count as DayCount,
    termMonths: row.term_months,
    contractOn: row.contract_on,
    drawnOn: row.disbursed_on,
    maturityOn: row.maturity_on > row.disbursed_on ? row.maturity_on : addDays(row.disbursed_on, 1),
    balances: balancesOf(principal, row.disbursed_on, plan),
    purpose: row.purpose,
    flags: row.flags as LoanFlag[],
    renewal: row.purpose === 'renewal',
    centralSubsidies: [],
    localSubsidy: ppm(0),
    capUsed: {},
    ...(row.first_on !== null && {
      money: { since: row.first_on, purpose: row.first_purpose ?? row.purpose, takes: [] },
    }),
  };
}

function balancesOf(principal: Fen, drawnOn: Day, plan: readonly DueRow[]): BalanceSpan[] {
  let balance = principal;
  const spans: BalanceSpan[] = [{ from: drawnOn, balance }];
  for (const due of plan) {
    balance = minus(balance, fen(due.principal_fen));
    spans.push({ from: due.due_on, balance });
  }
  return spans;
}

function lossOf(row: LoanRow): ReplayLoss | null {
  if (row.bad_on === null) return null;
  return {
    determinedOn: row.bad_on,
    unpaidPrincipal: minus(fen(row.principal_fen), fen(row.paid_before)),
    recovered: fen(row.paid_after),
    otherPayers: zeroFen,
    causes: [{ cause: 'market', determinations: [] }],
  };
}
