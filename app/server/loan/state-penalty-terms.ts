import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { PenaltyTerms } from '~/domain/loan/penalty.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { penaltyTermsOf } from '~/server/loan/penalty-findings.ts';
import { type PenaltyOutside, penaltyOutside } from '~/server/loan/read-rules.ts';
import { lockLoan } from '~/server/loan/store.ts';
import { savePenaltyTerms } from '~/server/loan/store-penalty.ts';

export type PenaltyTermsRefusal = { readonly code: 'loan.not-found' } | PenaltyOutside;

/**
 * The bank states what the contract says of penalty interest (罚息) and compound interest (复利), within what is allowed. From
 * then on what payments state is compared with it; the audit line keeps what was said before.
 */
export function statePenaltyTerms(
  actor: Actor,
  loanId: string,
  terms: PenaltyTerms,
): Promise<Result<'stated', PenaltyTermsRefusal>> {
  const officer = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const loan = await lockLoan(tx, loanId);
    if (!loan || loan.institutionId !== officer.institutionId) return refuse({ code: 'loan.not-found' });
    const outside = await penaltyOutside(tx, terms, dayOfDate(loan.contractOn));
    if (outside) return refuse(outside);
    await savePenaltyTerms(tx, loan, terms);
    const enterpriseId = loan.enterpriseId as EnterpriseId;
    const institutionId = loan.institutionId as InstitutionId;
    const said = { now: { ...terms }, before: penaltyTermsOf(loan) };
    await recordChange(tx, actor, {
      kind: 'loan.penalty-terms-stated',
      ...{ enterpriseId, institutionId, subjectId: loanId, payload: said },
    });
    await appendAudit(tx, actor, {
      action: 'loan.penalty-terms-stated',
      enterpriseId,
      detail: { loanId, ...said },
    });
    return accept('stated');
  });
}
