import type { Tx } from '~/server/db/client.ts';
import type { WatchedLoan } from '~/server/monitoring/store-watch.ts';

export type Officer = {
  readonly institution_id: string;
  readonly id: string;
  readonly name: string;
  /** Where they work; null at the head office. */
  readonly branch_id: string | null;
  readonly live: number;
};

/** The officers of some banks who may have cases, with how many live ones are theirs, at whatever branch. */
export const findOfficers = (tx: Tx, institutionIds: readonly string[]) => tx.$queryRaw<Officer[]>`
  select u.institution_id::text, u.id::text, u.name, u.branch_id::text, coalesce(c.live, 0) as live
  from user_account u
  left join live_cases(${[...institutionIds]}::uuid[]) c on c.owner_id = u.id
  where u.institution_id = any(${[...institutionIds]}::uuid[]) and u.role = 'officer' and u.state = 'active'
  order by u.name, u.id`;

/** Who proposed a loan, and the branch that it lies with: null at the head office. */
export type LoanDesk = { readonly maker: string | null; readonly branch: string | null };

/** Who proposed the loans that some watched loans came of and where they lie, by loan. */
export async function findLoanDesks(
  tx: Tx,
  loans: readonly Pick<WatchedLoan, 'id' | 'borrower_id' | 'application_id'>[],
): Promise<Map<string, LoanDesk>> {
  const rows = await tx.$queryRaw<(LoanDesk & { readonly loan: string })[]>`
    select k.loan::text, a.maker_id::text as maker, a.branch_id::text as branch
    from unnest(${loans.map((l) => l.borrower_id)}::uuid[], ${loans.map((l) => l.application_id)}::uuid[], ${loans.map((l) => l.id)}::uuid[])
      k (firm, application, loan)
    join application a on a.enterprise_id = k.firm and a.id = k.application`;
  return new Map(rows.map(({ loan, ...desk }) => [loan, desk]));
}

type Lent = {
  readonly enterprise_id: string;
  readonly borrower_id: string | null;
  readonly loan_id: string;
};

/** The branch that the loan of a case lies with; null at the head office. */
export async function findCaseBranch(tx: Tx, { enterprise_id, borrower_id, loan_id }: Lent) {
  const [row] = await tx.$queryRaw<{ branch: string | null }[]>`
    select a.branch_id::text as branch from loan l
    join application a on a.enterprise_id = l.enterprise_id and a.id = l.application_id
    where l.enterprise_id = ${borrower_id ?? enterprise_id}::uuid and l.id = ${loan_id}::uuid`;
  return row?.branch ?? null;
}

/** Who has some cases, by case. */
export async function findOwners(tx: Tx, alertIds: readonly string[]): Promise<Map<string, string>> {
  if (alertIds.length === 0) return new Map();
  const rows = await tx.alert.findMany({
    where: { id: { in: [...alertIds] } },
    select: { id: true, ownerId: true },
  });
  return new Map(rows.flatMap(({ id, ownerId }) => (ownerId ? [[id, ownerId] as const] : [])));
}
