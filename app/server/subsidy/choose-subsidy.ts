import { randomUUID } from 'node:crypto';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findLoanHead } from '~/server/subsidy/store-loans.ts';
import { addChoice } from '~/server/subsidy/store-statements.ts';

/** A firm refuses the subsidies of a loan, which come without an application, or takes them up again. */
export function chooseSubsidy(
  actor: Actor,
  loanId: string,
  choice: 'refused' | 'accepted',
): Promise<Result<null, { readonly code: 'subsidy.loan-not-found' }>> {
  const { enterpriseId, userId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    const loan = await findLoanHead(tx, loanId);
    if (!loan || loan.enterprise_id !== enterpriseId) return refuse({ code: 'subsidy.loan-not-found' });
    const institutionId = loan.institution_id as InstitutionId;
    const chosen = { choice, chosenBy: userId, chosenAt: clock.now() };
    await addChoice(tx, { enterpriseId, id: randomUUID(), loanId, institutionId, ...chosen });
    const kind = choice === 'refused' ? 'subsidy.refused' : 'subsidy.taken-up';
    await recordChange(tx, actor, { kind, enterpriseId, institutionId, subjectId: loanId });
    await appendAudit(tx, actor, { action: 'subsidy.chosen', enterpriseId, detail: { loanId, choice } });
    return accept(null);
  });
}
