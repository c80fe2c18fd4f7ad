import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { noteStep } from '~/server/guarantee/note-step.ts';
import { changeContract, lockContract } from '~/server/guarantee/store.ts';

/** The bank takes back a request that is not in force yet; the guarantor is told. */
export function withdrawRequest(
  actor: Actor,
  contractId: string,
): Promise<Result<string, { readonly code: 'guarantee.contract-not-found' | 'guarantee.not-requested' }>> {
  const { institutionId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const contract = await lockContract(tx, contractId);
    if (!contract || contract.institutionId !== institutionId)
      return refuse({ code: 'guarantee.contract-not-found' });
    if (!['requested', 'proposed'].includes(contract.state))
      return refuse({ code: 'guarantee.not-requested' });
    await changeContract(tx, contract, { state: 'withdrawn' });
    await noteStep(tx, actor, contract, { kind: 'withdrawn' });
    await appendAudit(tx, actor, {
      action: 'guarantee.withdrawn',
      enterpriseId: contract.enterpriseId as EnterpriseId,
      detail: { contractId },
    });
    return accept(contract.loanId);
  });
}
