import type { Day } from '~/domain/kernel/day.ts';
import type { TakenScheme } from '~/domain/policy/continued-money.ts';
import type { Tx } from '~/server/db/client.ts';
import { findStatements, type StatementRow } from '~/server/loan/store-money.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';

/** Where the money of a loan comes from, and what is paid on it elsewhere. */
export type Origin = {
  /** The loan of this platform that it goes on from: a renewal, or one that another bank refinanced. */
  readonly renews: string | null;
  /** First drawdown as stated, where the loan before is at a bank elsewhere. */
  readonly since: Day | null;
  /** The central scheme that the money took there. */
  readonly takes: TakenScheme | null;
  /** Points of interest that a subsidy paid elsewhere gives, in ppm; zero without one. */
  readonly localPpm: number;
  readonly localPayer: string | null;
};

const ownMoney: Origin = { renews: null, since: null, takes: null, localPpm: 0, localPayer: null };

/**
 * The origin of each of some loans of one family of firms, out of renewals on the platform and what banks and funds desk
 * stated. A refinanced loan is looked for by its contract at its lender among the loans given, so that nobody but the platform learns
 * whether it is there.
 */
export async function readOrigins(tx: Tx, loans: readonly Loan[]): Promise<Map<string, Origin>> {
  const statements = await findStatements(
    tx,
    [...new Set(loans.map(({ enterpriseId }) => enterpriseId))],
    loans.map(({ id }) => id),
  );
  return new Map(
    loans.map((loan): [string, Origin] => {
      const of = (kind: StatementRow['kind']) =>
        statements.find((each) => each.loan_id === loan.id && each.kind === kind);
      const local = of('local-subsidy');
      const renewed: Origin = { ...ownMoney, renews: loan.renewsLoanId };
      const origin = loan.renewsLoanId === null ? refinanced(loan, of('refinanced'), loans) : renewed;
      return [loan.id, { ...origin, localPpm: local?.points_ppm ?? 0, localPayer: local?.payer ?? null }];
    }),
  );
}

function refinanced(loan: Loan, stated: StatementRow | undefined, loans: readonly Loan[]): Origin {
  if (!stated) return ownMoney;
  const before = loans.find(
    ({ id, contractNo, institutionId, disbursedOn }) =>
      id !== loan.id &&
      contractNo === stated.contract_no &&
      institutionId === stated.lender_id &&
      disbursedOn <= loan.disbursedOn,
  );
  if (before) return { ...ownMoney, renews: before.id };
  const takes =
    stated.scheme_code === null || stated.scheme_version === null
      ? null
      : { code: stated.scheme_code, version: stated.scheme_version };
  return { ...ownMoney, since: stated.first_drawn_on, takes };
}
