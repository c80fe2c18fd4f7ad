import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { evidenceInEffect, type FirstLoanStatus, type Liability } from '~/domain/loan/first-loan.ts';
import { type Actor, asPerson, type Person, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { reviewFirstLoan, tellFundsDesk } from '~/server/loan/review-first-loan.ts';
import { findLoan, lockLoan } from '~/server/loan/store.ts';
import { addEvidence, asEvidence, findEntries, findEvidence } from '~/server/loan/store-first-loan.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';

/** What somebody states about a first loan; the reference names the document. */
export type Stated = { readonly reference: string } & (
  | { readonly kind: 'clear-record'; readonly on: Day }
  | { readonly kind: 'earlier'; readonly on: Day; readonly liability: Liability }
  | { readonly kind: 'withdrawal'; readonly of: string }
);

export type FirstLoanRefusal =
  | { readonly code: 'loan.not-found' }
  | { readonly code: 'loan.evidence-future'; readonly field: 'on' }
  | { readonly code: 'loan.evidence-gone' };

const platform = system('loan.first-loan');

/**
 * A bank, or the funds desk on its own findings, adds dated evidence for or against a first loan (首贷). The status and the
 * statistics follow at once: what was booked before stays, the difference is an entry of its own.
 */
export async function stateFirstLoan(
  actor: Actor,
  loanId: string,
  stated: Stated,
): Promise<Result<FirstLoanStatus, FirstLoanRefusal>> {
  const person = asPerson(actor);
  const seen = await withActor(actor, (tx) => findLoan(tx, loanId));
  if (!seen) return refuse({ code: 'loan.not-found' });
  return withActor(platform, async (tx) => {
    const loan = await lockLoan(tx, loanId);
    if (!loan || !isTheirs(person, loan)) return refuse({ code: 'loan.not-found' });
    const possible = await check(tx, person, loan, stated);
    if (!possible.ok) return possible;
    await addEvidence(tx, rowOf(person, loan, stated));
    await appendAudit(tx, actor, {
      action: 'loan.first-loan-stated',
      enterpriseId: loan.enterpriseId as EnterpriseId,
      detail: { loanId, kind: stated.kind, ...('on' in stated && { on: stated.on }) },
    });
    const counted = await isCounted(tx, loan);
    const status = await reviewFirstLoan(tx, actor, loan);
    // One that was counted is adjusted, and the desk hears of that.
    if (status.status === 'not-first' && stated.kind === 'earlier' && sideOf(person) === 'bank' && !counted)
      await tellFundsDesk(tx, loan, 'loan.first-loan-contradicted');
    return accept(status);
  });
}

const isCounted = async (tx: Tx, loan: Loan): Promise<boolean> =>
  (await findEntries(tx, loan.id)).reduce((n, e) => n + (e.schemeCode === '' ? e.loans : 0), 0) > 0;

const isTheirs = ({ role, institutionId }: Person, loan: Loan): boolean =>
  role === 'funds-operator' || institutionId === loan.institutionId;

const sideOf = ({ role }: Person) => (role === 'funds-operator' ? 'platform' : 'bank');

/** A day that has come, or a piece of evidence that stands and is the person's own to withdraw; the platform may withdraw any. */
async function check(
  tx: Tx,
  person: Person,
  loan: Loan,
  stated: Stated,
): Promise<Result<null, FirstLoanRefusal>> {
  if (stated.kind !== 'withdrawal')
    return stated.on > clock.today() ? refuse({ code: 'loan.evidence-future', field: 'on' }) : accept(null);
  const rows = await findEvidence(tx, loan.id);
  const standing = evidenceInEffect(rows.map(asEvidence)).some(({ id }) => id === stated.of);
  const statedBy = rows.find(({ id }) => id === stated.of)?.statedBy;
  const side = sideOf(person);
  return standing && (side === 'platform' || statedBy === side)
    ? accept(null)
    : refuse({ code: 'loan.evidence-gone' });
}

const rowOf = (person: Person, loan: Loan, stated: Stated) => ({
  ...{ enterpriseId: loan.enterpriseId, loanId: loan.id, institutionId: loan.institutionId },
  id: randomUUID(),
  kind: stated.kind,
  liability: stated.kind === 'earlier' ? stated.liability : null,
  onDay: stated.kind === 'withdrawal' ? null : dateOfDay(stated.on),
  withdrawsId: stated.kind === 'withdrawal' ? stated.of : null,
  reference: stated.reference,
  statedBy: sideOf(person),
  recordedBy: person.userId,
  recordedAt: clock.now(),
});
