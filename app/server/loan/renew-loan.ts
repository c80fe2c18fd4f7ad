import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { isContractNumberTaken } from '~/server/application/store-contract.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type ContinueRefusal, continueLoan, type Renewal } from '~/server/loan/continue-loan.ts';
import { lockLoan } from '~/server/loan/store.ts';

export type RenewRefusal = ContinueRefusal | { readonly code: 'loan.contract-taken' };

/**
 * 无还本续贷 as the officer records it: a new contract on the same principal, before the old one matures; no money moves.
 * The identity of the money is kept, class and days past due go on, and what was due and unpaid stays due on its own
 * dates. Answers the new loan.
 */
export function renewLoan(
  actor: Actor,
  loanId: string,
  input: Omit<Renewal, 'applied'>,
): Promise<Result<string, RenewRefusal>> {
  const officer = asInstitution(actor);
  return withActor(actor, async (tx): Promise<Result<string, RenewRefusal>> => {
    const loan = await lockLoan(tx, loanId);
    if (!loan || loan.institutionId !== officer.institutionId) return refuse({ code: 'loan.not-found' });
    if (await isContractNumberTaken(tx, officer.institutionId, input.contractNo))
      return refuse({ code: 'loan.contract-taken' });
    const renewed = await continueLoan(tx, officer, loan, input);
    return renewed.ok ? accept(renewed.value) : renewed;
  });
}
