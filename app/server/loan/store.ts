import type { Day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { Repayment } from '~/domain/loan/balance.ts';
import type { Due } from '~/domain/loan/dpd.ts';
import type { LoanTag } from '~/domain/loan/loan-tags.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { type After, behind } from '~/server/db/keyset.ts';
import { tagsOfLoan } from '~/server/loan/store-tags.ts';

export const findLoan = (tx: Tx, id: string) => tx.loan.findFirst({ where: { id } });

export const findLoansById = (tx: Tx, ids: readonly string[]) =>
  tx.loan.findMany({ where: { id: { in: [...ids] } } });

/** The loan with its row locked: payments on one loan are recorded one after the other. */
export async function lockLoan(tx: Tx, id: string) {
  await tx.$queryRaw`select 1 from loan where id = ${id}::uuid for update`;
  return findLoan(tx, id);
}

/** The schedule of a loan, found through its firm, whose rows stand together. */
export async function findDues(tx: Tx, loanId: string): Promise<(Due & { seq: number })[]> {
  const rows = await tx.$queryRaw<
    { seq: number; due_on: Date; principal_fen: bigint; interest_fen: bigint }[]
  >`
    select i.seq, i.due_on, i.principal_fen, i.interest_fen from instalment i
    where i.enterprise_id = (select l.enterprise_id from loan l where l.id = ${loanId}::uuid) and i.loan_id = ${loanId}::uuid
    order by i.seq`;
  return rows.map((r) => ({
    seq: r.seq,
    dueOn: dayOfDate(r.due_on),
    principal: fen(r.principal_fen),
    interest: fen(r.interest_fen),
  }));
}

/** Payments of the borrower by their days; a reversed one never happened, a recovery after write-off is none. */
export async function findRepayments(tx: Tx, loanId: string): Promise<(Repayment & { id: string })[]> {
  const rows = await tx.$queryRaw<
    { id: string; paid_on: Date; principal_fen: bigint; interest_fen: bigint }[]
  >`
    select r.id, r.paid_on, r.principal_fen, r.interest_fen from repayment r
    where r.loan_id = ${loanId}::uuid and r.kind <> 'recovery'
      and not exists (select 1 from loan_event e where e.enterprise_id = r.enterprise_id and e.reverses_id = r.id)
    order by r.paid_on, r.recorded_at, r.id`;
  return rows.map((r) => ({
    id: r.id,
    paidOn: dayOfDate(r.paid_on),
    principal: fen(r.principal_fen),
    interest: fen(r.interest_fen),
  }));
}

/** All loans of one firm at one bank, ended ones too: a renewal takes class and clocks of the loan before along. */
export const findDebtorLoans = (tx: Tx, enterpriseId: string, institutionId: string) =>
  tx.loan.findMany({
    where: { enterpriseId, institutionId },
    orderBy: [{ disbursedOn: 'asc' }, { id: 'asc' }],
  });

/** Live loans at a floating rate. */
export const findFloatingLoans = (tx: Tx) =>
  tx.loan.findMany({ where: { state: 'active', lprTenor: { not: null } }, orderBy: { id: 'asc' } });

/** Firms and banks that have a live loan between them. */
export const findDebtors = (tx: Tx) => tx.$queryRaw<{ enterprise_id: string; institution_id: string }[]>`
  select distinct enterprise_id, institution_id from loan where state = 'active'`;

export const findAssessments = (tx: Tx, loanId: string) =>
  tx.$queryRaw<
    {
      scheme_code: string | null;
      scheme_version: number | null;
      kind: string | null;
      name_zh: string | null;
      name_en: string | null;
      legal_basis: string | null;
      legal_basis_en: string | null;
      outcome: string;
      amount_fen: bigint;
      lines: unknown;
    }[]
  >`
    select s.scheme_code, s.scheme_version, p.kind, p.name_zh, p.name_en, p.legal_basis, p.legal_basis_en, s.outcome, s.amount_fen, s.lines
    from standing_assessment s
    left join policy_version p on p.code = s.scheme_code and p.version = s.scheme_version
    where s.loan_id = ${loanId}::uuid order by s.outcome, s.scheme_code`;

export const addAssessments = (tx: Tx, data: Prisma.SchemeAssessmentCreateManyInput[]) =>
  tx.schemeAssessment.createMany({ data });

export type LoanRow = {
  id: string;
  contract_no: string;
  firm: string;
  uscc: string | null;
  bank_zh: string;
  bank_en: string;
  principal_fen: bigint;
  balance_fen: bigint;
  rate_ppm: number;
  disbursed_on: string;
  maturity_on: string;
  state: string;
  tier: string | null;
  dpd: number | null;
  next_due: string | null;
  alerts: number;
  tags: string[];
  /** Its place in the list. */
  key: string;
};

/** The order of a list: what is over last, the longest past due first, then by maturity. */
const urgency = Prisma.sql`(((l.state <> 'active')::int * 10000000 + 1000000 - least(coalesce(c.dpd, 0), 1000000))::bigint * 1000000
  + (l.maturity_on - date '1970-01-01'))`;

/** The reader's loans (a bank's portfolio, a firm's own), live ones first, by maturity. */
export const findLoans = (
  tx: Tx,
  f: { state?: string | undefined; tag?: LoanTag | undefined; today: Day },
  after: After | null,
  limit: number,
) => tx.$queryRaw<LoanRow[]>`
  select l.id, l.contract_no, e.name as firm, e.uscc, i.name_zh as bank_zh, i.name_en as bank_en, l.principal_fen, b.balance_fen,
         l.rate_ppm, l.disbursed_on::text, l.maturity_on::text, l.state, c.tier, c.dpd,
         (select min(n.due_on)::text from instalment n where n.enterprise_id = l.enterprise_id and n.loan_id = l.id
            and n.due_on >= ${dateOfDay(f.today)}) as next_due,
         (select count(*)::int from alert a where a.enterprise_id = l.enterprise_id and a.loan_id = l.id and a.state <> 'closed') as alerts,
         ${tagsOfLoan} as tags, ${urgency}::text as key
  from loan l
  join enterprise e on e.id = l.enterprise_id
  join institution i on i.id = l.institution_id
  join loan_balance b on b.enterprise_id = l.enterprise_id and b.loan_id = l.id
  left join lateral (select tier, dpd from loan_class x where x.enterprise_id = l.enterprise_id and x.loan_id = l.id
                     order by as_of desc, recorded_at desc limit 1) c on true
  where ${f.state ? Prisma.sql`l.state = ${f.state}` : Prisma.sql`true`}
    ${f.tag ? Prisma.sql`and ${f.tag} = any(${tagsOfLoan})` : Prisma.empty}
    and ${behind(after, urgency, Prisma.sql`l.id`)}
  order by ${urgency}, l.id limit ${limit}`;
