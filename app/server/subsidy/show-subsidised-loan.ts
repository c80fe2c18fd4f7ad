import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { centralSchemes, type StatementShown, statementsShown } from '~/server/loan/show-money.ts';
import { positionOf, reclaimOf } from '~/server/subsidy/shown.ts';
import { findLoanHead } from '~/server/subsidy/store-loans.ts';
import { findPositions } from '~/server/subsidy/store-positions.ts';
import { findReclaims } from '~/server/subsidy/store-reclaims.ts';

/** One subsidised loan for its bank or the funds desk: what each scheme pays and why, and the reports on it. */
export function showSubsidisedLoan(actor: Actor, loanId: string) {
  return withActor(
    actor,
    async (tx): Promise<Result<SubsidisedLoanPage, { code: 'subsidy.loan-not-found' }>> => {
      const loan = await findLoanHead(tx, loanId);
      if (!loan) return refuse({ code: 'subsidy.loan-not-found' });
      return accept({
        loanId,
        enterpriseId: loan.enterprise_id,
        contractNo: loan.contract_no,
        firm: loan.firm,
        drawnOn: loan.drawn_on,
        today: clock.today(),
        isRenewal: loan.renews,
        statements: await statementsShown(tx, [loan.enterprise_id], [loanId]),
        schemes: await centralSchemes(tx),
        positions: (await findPositions(tx, { loanId }, 20, 0)).map(positionOf),
        reclaims: (await findReclaims(tx, { loanId }, 20, 0)).map(reclaimOf),
      });
    },
  );
}

type SubsidisedLoanPage = {
  readonly loanId: string;
  readonly enterpriseId: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly drawnOn: string;
  readonly today: string;
  readonly isRenewal: boolean;
  readonly statements: readonly StatementShown[];
  readonly schemes: Awaited<ReturnType<typeof centralSchemes>>;
  readonly positions: readonly ReturnType<typeof positionOf>[];
  readonly reclaims: readonly ReturnType<typeof reclaimOf>[];
};
