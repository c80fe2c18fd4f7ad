import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addToLog, type EventRefusal } from '~/server/loan/record-event.ts';
import { lockLoan } from '~/server/loan/store.ts';
import { decideProposal, effectiveDay, findProposal } from '~/server/loan/store-proposal.ts';

export type DecideRefusal =
  | EventRefusal
  | { readonly code: 'loan.proposal-gone' }
  | { readonly code: 'loan.own-proposal' };

/** A second person confirms a write-off, which then takes effect on its day, or rejects it. */
export function decideWriteOff(
  actor: Actor,
  loanId: string,
  answer: 'confirm' | 'reject',
): Promise<Result<'written-off' | 'write-off-rejected', DecideRefusal>> {
  const checker = asInstitution(actor);
  return withActor(
    actor,
    async (tx): Promise<Result<'written-off' | 'write-off-rejected', DecideRefusal>> => {
      const loan = await lockLoan(tx, loanId);
      if (!loan || loan.institutionId !== checker.institutionId) return refuse({ code: 'loan.not-found' });
      const proposal = await findProposal(tx, loanId);
      if (!proposal) return refuse({ code: 'loan.proposal-gone' });
      if (proposal.makerId === checker.userId) return refuse({ code: 'loan.own-proposal' });
      const decided = { checkerId: checker.userId, decidedAt: clock.now() };
      if (answer === 'reject') {
        await decideProposal(tx, proposal.id, { state: 'rejected', ...decided });
        return accept('write-off-rejected');
      }
      const event = { id: proposal.id, kind: 'write-off', on: effectiveDay(proposal) } as const;
      const done = await addToLog(tx, checker, loan, event, { note: proposal.reason });
      if (!done.ok) return done;
      await decideProposal(tx, proposal.id, { state: 'confirmed', ...decided });
      return accept('written-off');
    },
  );
}
