import type { Day } from '~/domain/kernel/day.ts';
import type { FirstLoanEvidence, Liability } from '~/domain/loan/first-loan.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';

export type EvidenceRow = Awaited<ReturnType<typeof findEvidence>>[number];

/** The evidence on a loan in the order in which it was recorded. */
export const findEvidence = (tx: Tx, loanId: string) =>
  tx.firstLoanEvidence.findMany({ where: { loanId }, orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] });

export function asEvidence(row: EvidenceRow): FirstLoanEvidence {
  const { id, kind, onDay, withdrawsId } = row;
  if (kind === 'withdrawal') return { id, kind, of: withdrawsId ?? '' };
  if (!onDay) throw new Error(`evidence ${id} without its day`);
  return kind === 'clear-record'
    ? { id, kind, seenOn: dayOfDate(onDay) }
    : { id, kind: 'earlier', liability: row.liability as Liability, since: dayOfDate(onDay) };
}

export const addEvidence = (tx: Tx, data: Prisma.FirstLoanEvidenceCreateManyInput) =>
  tx.firstLoanEvidence.createMany({ data: [data] });

/** What the statistics booked of a loan, oldest first. */
export const findEntries = (tx: Tx, loanId: string) =>
  tx.firstLoanEntry.findMany({ where: { loanId }, orderBy: { id: 'asc' } });

export const addEntries = (tx: Tx, data: Prisma.FirstLoanEntryCreateManyInput[]) =>
  tx.firstLoanEntry.createMany({ data });

/** First drawdowns of the firm's other loans, at whatever bank: only the platform may ask. */
export async function otherDrawdowns(tx: Tx, { enterpriseId, id }: Loan): Promise<Day[]> {
  const rows = await tx.loan.findMany({
    where: { enterpriseId, id: { not: id } },
    select: { disbursedOn: true },
  });
  return rows.map((row) => dayOfDate(row.disbursedOn));
}

/** Loans of a firm on which something was stated or booked about a first loan, locked in one order. */
export async function lockStated(tx: Tx, enterpriseId: string): Promise<Loan[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select l.id from loan l where l.enterprise_id = ${enterpriseId}::uuid
      and exists (select 1 from first_loan_evidence e where e.enterprise_id = l.enterprise_id and e.loan_id = l.id)
    order by l.id for update`;
  return tx.loan.findMany({
    where: { enterpriseId, id: { in: rows.map((row) => row.id) } },
    orderBy: { id: 'asc' },
  });
}

export type RewardingScheme = {
  code: string;
  version: number;
  owner_loan: 'counts' | 'ignored' | null;
};

/** Schemes that reward the first loan that this one would be, as it was assessed. */
export const findRewardingSchemes = (tx: Tx, loan: Loan) =>
  tx.$queryRaw<RewardingScheme[]>`
    select distinct p.code, p.version, p.body->>'ownerLoan' as owner_loan from standing_assessment s
    join policy_version p on p.code = s.scheme_code and p.version = s.scheme_version and p.kind = 'subsidy'
    where s.enterprise_id = ${loan.enterpriseId}::uuid and s.loan_id = ${loan.id}::uuid and s.outcome = 'eligible'
      and coalesce((p.body->>'firstLoanRewardPpm')::int, 0) > 0 order by 1, 2`;

export type FirstLoanSum = {
  institution_id: string;
  bank_zh: string;
  bank_en: string;
  quarter: string;
  counted: number;
  adjusted: number;
  principal_fen: bigint;
};

/** First loans by bank and quarter of booking: counted, taken back, and the principal that stays. */
export const sumFirstLoans = (tx: Tx, limit: number) =>
  tx.$queryRaw<FirstLoanSum[]>`
    select x.institution_id, i.name_zh as bank_zh, i.name_en as bank_en, to_char(x.booked_on, 'YYYY"Q"Q') as quarter,
           count(*) filter (where x.loans > 0)::int as counted, count(*) filter (where x.loans < 0)::int as adjusted,
           sum(x.principal_fen)::bigint as principal_fen
    from first_loan_entry x join institution i on i.id = x.institution_id where x.scheme_code = ''
    group by 1, 2, 3, 4 order by 4 desc, 2, 1 limit ${limit}`;

export type FirstLoanRow = {
  id: string;
  contract_no: string;
  firm: string;
  bank_zh: string;
  bank_en: string;
  disbursed_on: string;
  principal_fen: bigint;
  net: number;
  entries: number;
};

/** Loans with something stated about a first loan, the latest disbursed first. */
export const findFirstLoans = (tx: Tx, limit: number, offset: number) =>
  tx.$queryRaw<FirstLoanRow[]>`
    select l.id, l.contract_no, e.name as firm, i.name_zh as bank_zh, i.name_en as bank_en, l.disbursed_on::text, l.principal_fen,
           coalesce(x.net, 0)::int as net, coalesce(x.entries, 0)::int as entries
    from loan l join enterprise e on e.id = l.enterprise_id join institution i on i.id = l.institution_id
    left join lateral (select sum(loans) as net, count(*) as entries from first_loan_entry x
                       where x.enterprise_id = l.enterprise_id and x.loan_id = l.id and x.scheme_code = '') x on true
    where 'first-loan' = any (l.flags)
       or exists (select 1 from first_loan_evidence v where v.enterprise_id = l.enterprise_id and v.loan_id = l.id)
    order by l.disbursed_on desc, l.id limit ${limit} offset ${offset}`;

/** What the schemes with some codes are called, by code; the latest version's name. */
export async function namesOfSchemes(tx: Tx, codes: readonly string[]): Promise<Map<string, SchemeName>> {
  const rows = await tx.policyVersion.findMany({
    where: { code: { in: [...codes] } },
    select: { code: true, nameZh: true, nameEn: true },
    orderBy: { version: 'asc' },
  });
  return new Map(rows.map(({ code, nameZh, nameEn }) => [code, { nameZh, nameEn }]));
}

export type SchemeName = { readonly nameZh: string; readonly nameEn: string };
