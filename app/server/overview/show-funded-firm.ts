import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  findLoanAlerts,
  findLoanClasses,
  readFundedLoan,
  readScorePoints,
} from '~/server/overview/store-funded-firm.ts';

/** A funded loan as the risk desk sees it: balance, class over time, public score over time, cases. No terms of the bank. */
export function showFundedFirm(
  actor: Actor,
  loanId: string,
): Promise<Result<FundedFirmFile, { code: 'loan.not-found' }>> {
  return withActor(actor, async (tx) => {
    const loan = await readFundedLoan(tx, loanId);
    if (!loan) return refuse({ code: 'loan.not-found' });
    const alerts = await findLoanAlerts(tx, loanId);
    return accept({
      loanId,
      enterpriseId: loan.enterprise_id,
      firm: loan.firm,
      uscc: loan.uscc,
      region: loan.region,
      industry: loan.industry,
      bankZh: loan.bank_zh,
      bankEn: loan.bank_en,
      principalFen: loan.principal_fen.toString(),
      balanceFen: loan.balance_fen.toString(),
      disbursedOn: loan.disbursed_on,
      maturityOn: loan.maturity_on,
      state: loan.state,
      classes: await findLoanClasses(tx, loanId),
      scores: await readScorePoints(tx, loan.enterprise_id),
      alerts: alerts.map(({ raised_at, due_at, ...alert }) => ({
        ...alert,
        raisedAt: raised_at.toISOString(),
        dueAt: due_at.toISOString(),
      })),
    });
  });
}

export type FundedFirmFile = {
  readonly loanId: string;
  readonly enterpriseId: string;
  readonly firm: string;
  readonly uscc: string | null;
  readonly region: string | null;
  readonly industry: string | null;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly principalFen: string;
  readonly balanceFen: string;
  readonly disbursedOn: string;
  readonly maturityOn: string;
  readonly state: string;
  readonly classes: readonly { readonly on: string; readonly tier: string; readonly dpd: number }[];
  readonly scores: readonly { readonly on: string; readonly milliPoints: number | null }[];
  readonly alerts: readonly {
    readonly id: string;
    readonly signal: string;
    readonly severity: 'yellow' | 'orange' | 'red';
    readonly state: 'open' | 'answered' | 'closed';
    readonly raisedAt: string;
    readonly dueAt: string;
  }[];
};
