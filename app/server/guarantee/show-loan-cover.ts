import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { contractOf } from '~/server/guarantee/contract-shown.ts';
import { findLoanToCover } from '~/server/guarantee/store.ts';
import { findContracts, findGuarantors } from '~/server/guarantee/store-pages.ts';

/** The covers of one loan for its bank, and whom it may ask. */
export function showLoanCover(actor: Actor, loanId: string) {
  const { institutionId } = asInstitution(actor);
  return withActor(actor, async (tx): Promise<Result<CoverPage, { code: 'guarantee.loan-not-found' }>> => {
    const loan = await findLoanToCover(tx, loanId);
    if (!loan || loan.institution_id !== institutionId) return refuse({ code: 'guarantee.loan-not-found' });
    return accept({
      loanId,
      contractNo: loan.contract_no,
      firm: loan.firm,
      live: loan.state === 'active',
      contracts: (await findContracts(tx, { loanId }, 20, 0)).map(contractOf),
      guarantors: await findGuarantors(tx),
    });
  });
}

type CoverPage = {
  readonly loanId: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly live: boolean;
  readonly contracts: readonly ReturnType<typeof contractOf>[];
  readonly guarantors: readonly {
    readonly id: string;
    readonly kind: string;
    readonly zh: string;
    readonly en: string;
  }[];
};
