import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { type Fen, fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { outstandingOn } from '~/domain/loan/balance.ts';
import { type Actor, asInstitution, type InstitutionPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
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
    const drawn = [{ drawnOn: dayOfDate(loan.disbursedOn), amount: fen(loan.principalFen) }];
    const balance = outstandingOn(clock.today(), drawn, await findRepayments(tx, loanId));
    const possible = checkPayment(loan, balance, payment);
    if (!possible.ok) return possible;
    const settled = payment.principal === balance;
    await writePayment(tx, officer, loan, { ...payment, settled });
    return accept(settled ? 'settled' : 'recorded');
  });
}

type LoanRow = NonNullable<Awaited<ReturnType<typeof lockLoan>>>;

function checkPayment(loan: LoanRow, balance: Fen, payment: Payment): Result<Payment, RepaymentRefusal> {
  const from = dayOfDate(loan.disbursedOn);
  const to = clock.today();
  if (loan.state !== 'active') return refuse({ code: 'loan.not-live' });
  if (payment.principal + payment.interest <= 0n) return refuse({ code: 'loan.repayment-nothing' });
  if (payment.paidOn < from || payment.paidOn > to) return refuse({ code: 'loan.repayment-date', from, to });
  if (payment.principal > balance) return refuse({ code: 'loan.repayment-too-much', balanceFen: balance });
  return accept(payment);
}

async function writePayment(
  tx: Tx,
  by: InstitutionPerson,
  loan: LoanRow,
  payment: Payment & { settled: boolean },
) {
  const enterpriseId = loan.enterpriseId as EnterpriseId;
  const { institutionId } = by;
  const { paidOn, principal: principalFen, interest: interestFen, settled } = payment;
  const booked = { recordedBy: by.userId, recordedAt: clock.now(), principalFen, interestFen };
  const about = { enterpriseId, loanId: loan.id, institutionId };
  await addRepayment(tx, { ...about, id: randomUUID(), paidOn: dateOfDay(paidOn), ...booked });
  if (settled) await settleLoan(tx, loan.id, paidOn);
  await classifyDebtorLoans(tx, enterpriseId, institutionId, clock.today());
  const kind = settled ? 'loan.settled' : 'loan.repaid';
  const payload = { paidOn, principalFen, interestFen };
  await recordChange(tx, by, { kind, enterpriseId, institutionId, subjectId: loan.id, payload });
  await appendAudit(tx, by, { action: 'loan.repayment-recorded', enterpriseId, detail: { loanId: loan.id } });
}
