import { checkProposal, type Proposal, type ProposalRefusal } from '~/domain/application/proposal.ts';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { type AdvanceRefusal, advance } from '~/server/application/advance.ts';
import { type Also, alongside } from '~/server/application/also.ts';
import { checkStep } from '~/server/application/check-hands.ts';
import { resumeClock } from '~/server/application/resume-clock.ts';
import type { Application } from '~/server/application/store.ts';
import { lockApplication } from '~/server/application/store.ts';
import { publishedBound } from '~/server/application/store-party.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

/**
 * The officer proposes to approve on terms or to decline with reasons; a second person decides (domain.md row F3). A pause
 * for documents ends with it, and only with a proposal that is taken: a clock stands still once.
 */
export async function proposeDecision(
  actor: Actor,
  id: ApplicationId,
  proposal: Proposal,
  also?: Also<Application>,
): Promise<Result<Application, AdvanceRefusal | ProposalRefusal>> {
  const { userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const application = await lockApplication(tx, id);
    if (!application) return refuse({ code: 'application.not-found' });
    const bound = {
      amount: fen(application.amountFen),
      ...(await publishedBound(tx, application.productId)),
    };
    const checked = checkProposal(proposal, clock.today(), bound);
    if (!checked.ok) return checked;
    const command = { kind: 'propose', by: userId, proposal: checked.value } as const;
    const stepped = await checkStep(tx, actor, application, command, clock.now());
    if (!stepped.ok) return stepped;
    await resumeClock(tx, actor, application);
    return alongside(tx, await advance(tx, actor, id, command), also);
  });
}
