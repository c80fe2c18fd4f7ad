import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { contractOf } from '~/server/guarantee/contract-shown.ts';
import { findDemand, findLoanToCover } from '~/server/guarantee/store.ts';
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
      contracts: await contractsOf(tx, loanId),
      guarantors: await findGuarantors(tx),
    });
  });
}

/** Each cover with what the bank asked to be paid and has no answer to. */
async function contractsOf(tx: Tx, loanId: string) {
  const rows = (await findContracts(tx, { loanId }, 20, 0)).map(contractOf);
  const shown: (ReturnType<typeof contractOf> & { demandedFen: string | null })[] = [];
  for (const row of rows)
    shown.push({ ...row, demandedFen: (await findDemand(tx, row.id))?.amountFen?.toString() ?? null });
  return shown;
}

type CoverPage = {
  readonly loanId: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly live: boolean;
  readonly contracts: Awaited<ReturnType<typeof contractsOf>>;
  readonly guarantors: readonly {
    readonly id: string;
    readonly kind: string;
    readonly zh: string;
    readonly en: string;
  }[];
};
