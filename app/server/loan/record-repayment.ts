import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { type Fen, fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { outstandingOn } from '~/domain/loan/balance.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { classifyDebtorLoans } from '~/server/loan/classify-debtor.ts';
import { addRepayment, findRepayments, lockLoan, settleLoan } from '~/server/loan/store.ts';

export type RepaymentRefusal =
  | { readonly code: 'loan.not-found' }
  | { readonly code: 'loan.not-live' }
  | { readonly code: 'loan.repayment-nothing' }
  | { readonly code: 'loan.repayment-date'; readonly from: Day; readonly to: Day }
  | { readonly code: 'loan.repayment-too-much'; readonly balanceFen: Fen };

type Payment = { readonly paidOn: Day; readonly principal: Fen; readonly interest: Fen };

/**
 * Records money that came back on a loan. A payment may be entered late with its true date: class and days past due are
 * computed anew from the whole chain. The last fen of principal settles the loan.
 */
export function recordRepayment(
  actor: Actor,
  loanId: string,
  payment: Payment,
): Promise<Result<'recorded' | 'settled', RepaymentRefusal>> {
  const officer = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const loan = await lockLoan(tx, loanId);
    if (!loan || loan.institutionId !== officer.institutionId) return refuse({ code: 'loan.not-found' });
    if (loan.state !== 'active') return refuse({ code: 'loan.not-live' });
    if (payment.principal + payment.interest <= 0n) return refuse({ code: 'loan.repayment-nothing' });
    const disbursedOn = dayOfDate(loan.disbursedOn);
    const today = clock.today();
    if (payment.paidOn < disbursedOn || payment.paidOn > today)
      return refuse({ code: 'loan.repayment-date', from: disbursedOn, to: today });
    const drawn = [{ drawnOn: disbursedOn, amount: fen(loan.principalFen) }];
    const balance = outstandingOn(today, drawn, await findRepayments(tx, loanId));
    if (payment.principal > balance) return refuse({ code: 'loan.repayment-too-much', balanceFen: balance });

    const { enterpriseId, institutionId } = loan;
    await addRepayment(tx, {
      enterpriseId,
      id: randomUUID(),
      loanId,
      institutionId,
      paidOn: dateOfDay(payment.paidOn),
      principalFen: payment.principal,
      interestFen: payment.interest,
      recordedBy: officer.userId,
      recordedAt: clock.now(),
    });
    const settled = payment.principal === balance;
    if (settled) await settleLoan(tx, loanId, payment.paidOn);
    await classifyDebtorLoans(tx, enterpriseId, institutionId, today);
    await recordChange(tx, actor, {
      kind: settled ? 'loan.settled' : 'loan.repaid',
      enterpriseId: enterpriseId as EnterpriseId,
      institutionId: institutionId as InstitutionId,
      subjectId: loanId,
      payload: { paidOn: payment.paidOn, principalFen: payment.principal, interestFen: payment.interest },
    });
    await appendAudit(tx, actor, {
      action: 'loan.repayment-recorded',
      enterpriseId: enterpriseId as EnterpriseId,
      detail: { loanId },
    });
    return accept(settled ? 'settled' : 'recorded');
  });
}
