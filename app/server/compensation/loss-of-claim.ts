import { type Determined, type DetermineRefusal, determine } from '~/domain/compensation/determine.ts';
import { type Proof, provenCauses } from '~/domain/compensation/evidence.ts';
import { type Fen, fen, greatestFen, minus, wan, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import type { Result } from '~/domain/kernel/result.ts';
import type { LossCause } from '~/domain/policy/compensation-rules.ts';
import type { LoanFlag } from '~/domain/policy/loan-facts.ts';
import { readVersion } from '~/server/compensation/read-rules.ts';
import { borrowerOwed, type EnrolmentRow } from '~/server/compensation/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { statusOfFirstLoan } from '~/server/loan/review-first-loan.ts';
import { findLoan } from '~/server/loan/store.ts';

export type LossFile = {
  readonly id: string;
  readonly causes: readonly LossCause[];
  readonly proofs: readonly Proof[];
  readonly agreed: Ppm | null;
  readonly unpaid: Fen;
  readonly recovered: Fen;
  readonly guarantor: Fen;
  readonly insurer: Fen;
};

/** What a pool owes on a claim, by the scheme version that its loan was enrolled under. */
export async function lossOfClaim(
  tx: Tx,
  enrolment: EnrolmentRow,
  file: LossFile,
): Promise<Result<Determined, DetermineRefusal>> {
  const { schemeCode, schemeVersion, enterpriseId } = enrolment;
  const rules = (await readVersion(tx, schemeCode, schemeVersion)).body;
  const cap = rules.borrowerCapWan === null ? null : wan(rules.borrowerCapWan);
  const owed = cap === null ? zeroFen : await borrowerOwed(tx, enterpriseId, schemeCode, file.id);
  return determine(
    {
      principal: fen(enrolment.principalFen),
      flags: await flagsNow(tx, enrolment),
      causes: provenCauses(file.causes, file.proofs),
      agreed: file.agreed === null ? null : ppm(file.agreed),
      unpaid: file.unpaid,
      recovered: file.recovered,
      guarantor: file.guarantor,
      insurer: file.insurer,
      borrowerCapLeft: cap === null ? null : greatestFen(zeroFen, minus(cap, owed)),
    },
    rules,
  );
}

/** The marks of the loan at enrolment, less that of a first loan where evidence known now stands against it (edge case 7). */
async function flagsNow(tx: Tx, { flags, loanId }: EnrolmentRow): Promise<LoanFlag[]> {
  const stated = flags as LoanFlag[];
  const loan = stated.includes('first-loan') ? await findLoan(tx, loanId) : null;
  const isContested = loan !== null && (await statusOfFirstLoan(tx, loan)).status === 'not-first';
  return isContested ? stated.filter((flag) => flag !== 'first-loan') : stated;
}
