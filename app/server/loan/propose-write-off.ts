import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { admitEvent } from '~/domain/loan/admit.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readStanding } from '~/server/loan/read-standing.ts';
import type { EventRefusal } from '~/server/loan/record-event.ts';
import { lockLoan } from '~/server/loan/store.ts';
import { addProposal, findProposal } from '~/server/loan/store-proposal.ts';

export type ProposeRefusal = EventRefusal | { readonly code: 'loan.proposal-open' };

/** 核销: one person proposes with a reason; nothing happens to the loan until another one confirms it. */
export function proposeWriteOff(
  actor: Actor,
  loanId: string,
  { on, reason }: { readonly on: Day; readonly reason: string },
): Promise<Result<'proposed', ProposeRefusal>> {
  const maker = asInstitution(actor);
  return withActor(actor, async (tx): Promise<Result<'proposed', ProposeRefusal>> => {
    const loan = await lockLoan(tx, loanId);
    if (!loan || loan.institutionId !== maker.institutionId) return refuse({ code: 'loan.not-found' });
    if (await findProposal(tx, loanId)) return refuse({ code: 'loan.proposal-open' });
    const event = { id: randomUUID(), kind: 'write-off', on } as const;
    const admitted = admitEvent(await readStanding(tx, loan), event);
    if (!admitted.ok) return admitted;
    const { enterpriseId, institutionId } = loan;
    await addProposal(tx, {
      enterpriseId,
      institutionId,
      loanId,
      id: event.id,
      kind: 'write-off',
      effectiveOn: dateOfDay(on),
      reason,
      makerId: maker.userId,
      madeAt: clock.now(),
    });
    await appendAudit(tx, maker, {
      action: 'loan.write-off-proposed',
      enterpriseId: enterpriseId as EnterpriseId,
      detail: { loanId },
    });
    return accept('proposed');
  });
}
