import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { noteStep } from '~/server/guarantee/note-step.ts';
import { changeContract, lockContract } from '~/server/guarantee/store.ts';

export type ReleaseRefusal =
  | { readonly code: 'guarantee.contract-not-found' }
  | { readonly code: 'guarantee.not-in-force' };

/** The liability ends (解除): the loan was paid back or the bank let the guarantor go. */
export function releaseGuarantee(actor: Actor, id: string): Promise<Result<null, ReleaseRefusal>> {
  const { institutionId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const contract = await lockContract(tx, id);
    if (!contract || contract.guarantorId !== institutionId)
      return refuse({ code: 'guarantee.contract-not-found' });
    if (contract.state !== 'in-force') return refuse({ code: 'guarantee.not-in-force' });
    await changeContract(tx, contract, { state: 'released' });
    await noteStep(tx, actor, contract, { kind: 'released' });
    const enterpriseId = contract.enterpriseId as EnterpriseId;
    await appendAudit(tx, actor, { action: 'guarantee.released', enterpriseId, detail: { contractId: id } });
    return accept(null);
  });
}
