import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import type { LoanId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { BorrowerSize } from '~/domain/loan/servicing-rules.ts';
import type { InstitutionPerson } from '~/server/access/actor.ts';
import { type AdvanceRefusal, advance } from '~/server/application/advance.ts';
import { type Application, offersFor } from '~/server/application/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { type ContinueRefusal, carriedOver, continueLoan } from '~/server/loan/continue-loan.ts';
import { readRenewed } from '~/server/loan/read-renewed.ts';
import { lockLoan } from '~/server/loan/store.ts';
import { contractOf } from '~/server/loan/store-disbursement.ts';

export type RenewAppliedRefusal =
  | AdvanceRefusal
  | ContinueRefusal
  | { readonly code: 'loan.before-contract' | 'loan.renewal-size' }
  | { readonly code: 'loan.renewal-beyond-offer'; readonly outstandingFen: Fen; readonly offeredFen: Fen };

export type RenewApplied = { readonly on: Day; readonly size?: BorrowerSize | undefined };

/**
 * Takes the last step of an application for a renewal: instead of money paid out, the old loan goes on under the contract
 * that was signed, on the terms that were accepted. What is still out must be within them: the firm first repays the rest.
 */
export async function renewApplied(
  tx: Tx,
  bank: InstitutionPerson,
  application: Application & { readonly renewsLoanId: string },
  { on, size }: RenewApplied,
): Promise<Result<LoanId, RenewAppliedRefusal>> {
  const { id: applicationId, renewsLoanId } = application;
  const loanId = randomUUID() as LoanId;
  const facts = { disbursedOn: on, loanId, renewsLoanId };
  if (application.state !== 'contracted')
    return refused(await advance(tx, bank, applicationId, { kind: 'disburse' }, facts));
  const old = await lockLoan(tx, renewsLoanId);
  if (!old || old.institutionId !== bank.institutionId) return refuse({ code: 'loan.not-found' });
  const contract = await contractOf(tx, application);
  if (on < contract.contractOn) return refuse({ code: 'loan.before-contract' });
  const carried = await carriedOver(tx, old, on);
  if (!carried.ok) return carried;
  const [offer] = await offersFor(tx, [applicationId]);
  if (!offer) throw new Error('a contracted application without its offer');
  if (carried.value > offer.amount)
    return refuse({
      code: 'loan.renewal-beyond-offer',
      outstandingFen: carried.value,
      offeredFen: offer.amount,
    });
  const determined = size ?? (await readRenewed(tx, old)).size;
  if (!determined) return refuse({ code: 'loan.renewal-size' });
  const moved = await advance(tx, bank, applicationId, { kind: 'disburse' }, facts);
  if (!moved.ok) return moved;
  const { termMonths, rate, method } = offer;
  const applied = { loanId, applicationId, contractOn: contract.contractOn };
  const { contractNo } = contract;
  const terms = { on, contractNo, termMonths, rate, method, size: determined, applied };
  const renewed = await continueLoan(tx, bank, old, terms);
  if (!renewed.ok) throw new Error(`a renewal that was admitted is refused: ${renewed.refusal.code}`);
  return accept(loanId);
}

/** A step out of turn is refused in the words of the application. */
function refused<T>(outcome: Result<T, AdvanceRefusal>): Result<LoanId, AdvanceRefusal> {
  if (outcome.ok) throw new Error('a step out of turn was taken');
  return outcome;
}
