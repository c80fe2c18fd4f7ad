import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { noteStep } from '~/server/guarantee/note-step.ts';
import { findDemand, lockContract } from '~/server/guarantee/store.ts';

/** The guarantor declines what the bank asked for, with its reason; the bank may ask again with what was missing. */
export function declineDemand(
  actor: Actor,
  contractId: string,
  note: string,
): Promise<Result<null, { readonly code: 'guarantee.contract-not-found' | 'guarantee.no-demand' }>> {
  const { institutionId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const contract = await lockContract(tx, contractId);
    if (!contract || contract.guarantorId !== institutionId)
      return refuse({ code: 'guarantee.contract-not-found' });
    if (!(await findDemand(tx, contractId))) return refuse({ code: 'guarantee.no-demand' });
    await noteStep(tx, actor, contract, { kind: 'declined', note });
    await appendAudit(tx, actor, {
      action: 'guarantee.declined',
      enterpriseId: contract.enterpriseId as EnterpriseId,
      detail: { contractId },
    });
    return accept(null);
  });
}
