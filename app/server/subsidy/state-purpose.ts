import { randomUUID } from 'node:crypto';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findLoanHead } from '~/server/subsidy/store-loans.ts';
import { addPurpose } from '~/server/subsidy/store-statements.ts';

/** The bank states which part of a loan's money goes where the schemes want it; the next settlement counts that part. */
export function statePurpose(
  actor: Actor,
  loanId: string,
  eligible: Ppm,
): Promise<Result<null, { readonly code: 'subsidy.loan-not-found' }>> {
  const { institutionId, userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const loan = await findLoanHead(tx, loanId);
    if (!loan || loan.institution_id !== institutionId) return refuse({ code: 'subsidy.loan-not-found' });
    const enterpriseId = loan.enterprise_id as EnterpriseId;
    const stated = { eligiblePpm: eligible, statedBy: userId, statedAt: clock.now() };
    await addPurpose(tx, { enterpriseId, id: randomUUID(), loanId, institutionId, ...stated });
    const payload = { eligiblePpm: eligible };
    const kind = 'subsidy.purpose-stated';
    await recordChange(tx, actor, { kind, enterpriseId, institutionId, subjectId: loanId, payload });
    await appendAudit(tx, actor, { action: kind, enterpriseId, detail: { loanId, ...payload } });
    return accept(null);
  });
}
