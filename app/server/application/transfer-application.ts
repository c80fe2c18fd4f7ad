import type { ApplicationId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { announceStep } from '~/server/application/announce-step.ts';
import { type Application, hasLiveLoan, lockApplication, moveToBranch } from '~/server/application/store.ts';
import { interestedIn } from '~/server/application/store-authority.ts';
import { writeStep } from '~/server/application/write-step.ts';
import { clock } from '~/server/clock.ts';
import { permitUse } from '~/server/consent/permit-use.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openBranch } from '~/server/institution/store-branch.ts';

export type TransferRefusal = {
  readonly code:
    | 'application.not-found'
    | 'application.head-office-only'
    | 'application.interest'
    | 'application.same-branch'
    | 'institution.branch-not-found';
};

type Transfer = { readonly branch: string | null; readonly reason: string };

/**
 * The head office moves an application, with the loan that came of it, to a branch or back to itself. From then on the
 * other branch sees it and the one before does not; a consent that names the one before does not serve the new one.
 * The firm reads where it lies and why; where the loan is no longer watched, both are told.
 */
export function transferApplication(
  actor: Actor,
  id: ApplicationId,
  { branch, reason }: Transfer,
): Promise<Result<null, TransferRefusal>> {
  const bank = asInstitution(actor);
  return withActor(actor, async (tx): Promise<Result<null, TransferRefusal>> => {
    const application = await lockApplication(tx, id);
    if (!application) return refuse({ code: 'application.not-found' });
    if (bank.branchId) return refuse({ code: 'application.head-office-only' });
    if ((await interestedIn(tx, application.enterpriseId, [bank.userId])).length > 0)
      return refuse({ code: 'application.interest' });
    const to = branch === null ? null : await openBranch(tx, bank.institutionId, branch);
    if (branch !== null && !to) return refuse({ code: 'institution.branch-not-found' });
    if ((to?.id ?? null) === application.branchId) return refuse({ code: 'application.same-branch' });
    const moved = { ...application, branchId: to?.id ?? null };
    const stops = (await isWatched(tx, application)) && !(await isWatched(tx, moved));
    await moveToBranch(tx, application, moved.branchId);
    const facts = { from: application.branchId, branch: moved.branchId, name: to?.zh ?? null, reason };
    const step = { name: 'transferred', from: application.state, at: clock.now(), isBankStep: false, facts };
    await writeStep(tx, actor, { application: moved, ...step });
    if (stops) await announceStep(tx, moved, 'watch-stopped');
    return accept(null);
  });
}

/** Whether the loan of an application may be watched from where it lies: by the consents of this moment. */
async function isWatched(tx: Tx, application: Application): Promise<boolean> {
  const { enterpriseId, institutionId, branchId, id: applicationId } = application;
  if (!(await hasLiveLoan(tx, application))) return false;
  const where = { enterpriseId, institutionId, branchId, applicationId };
  const watch = { purpose: 'post-loan', items: 'granted', fetchType: 'periodic' } as const;
  return (await permitUse(tx, { ...where, ...watch })).ok;
}
