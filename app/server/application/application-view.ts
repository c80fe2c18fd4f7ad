import { bankDueAt } from '~/domain/application/application.ts';
import type { Application } from '~/server/application/store.ts';

/** An application as pages read it: fen as digits, instants as ISO text. */
export const viewOfApplication = (application: Application) => ({
  id: application.id,
  needId: application.needId,
  productId: application.productId,
  renewsLoanId: application.renewsLoanId,
  state: application.state,
  amountFen: String(application.amountFen),
  termMonths: application.termMonths,
  purpose: application.purpose,
  collateral: application.collateral,
  submittedAt: application.submittedAt.toISOString(),
  dueAt: bankDueAt(application)?.toISOString() ?? null,
  closedAt: application.closedAt?.toISOString() ?? null,
});
