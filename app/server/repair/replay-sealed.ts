import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { sealedShown } from '~/server/repair/show-rights.ts';
import { findFirmByCode, findSealed } from '~/server/repair/store.ts';

/**
 * The audit role reads what was sealed about a firm, to explain what was known when a decision was made (domain.md edge
 * case 4). The look and its reason stand in the firm's chain, where the firm sees them.
 */
export function replaySealed(
  actor: Actor,
  { code, reason }: { readonly code: string; readonly reason: string },
): Promise<Result<SealedReplay, { readonly code: 'repair.firm-not-found' }>> {
  const { role } = asPerson(actor);
  if (role !== 'audit-admin') throw new Error('only the audit role replays sealed records');
  return withActor(actor, async (tx) => {
    const firm = await findFirmByCode(tx, code);
    if (!firm) return refuse({ code: 'repair.firm-not-found' });
    const enterpriseId = firm.id as EnterpriseId;
    const sealed = await findSealed(tx, enterpriseId);
    await appendAudit(tx, actor, {
      action: 'repair.sealed-replayed',
      enterpriseId,
      detail: { reason, records: sealed.length },
    });
    return accept({ firm: firm.name, sealed: sealed.map(sealedShown) });
  });
}

export type SealedReplay = {
  readonly firm: string;
  readonly sealed: readonly ReturnType<typeof sealedShown>[];
};
