import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { modeOf, proposalOf } from '~/domain/record/precedence.ts';
import type { Party } from '~/domain/record/three-way.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readReconciliationRules } from '~/server/record/read-reconciliation-rules.ts';
import { claimsOf, findWeighed } from '~/server/record/store-precedence.ts';
import { noteVerdict } from '~/server/record/store-reconcile.ts';

/**
 * Decides which of the three is right about a record, with the reason. A worker then adds the row that makes it so; a
 * conflict that somebody decided already, or a source that does not speak of the firm, is refused. The log says who went
 * first by the rule of precedence, so that decisions against it are found.
 */
export function decideConflict(
  actor: Actor,
  { id, verdict, reason }: { readonly id: string; readonly verdict: Party; readonly reason: string },
): Promise<Result<string, { readonly code: 'record.conflict-closed' }>> {
  return withActor(actor, async (tx) => {
    const [decided] = await noteVerdict(tx, {
      id,
      verdict,
      reason,
      by: asPerson(actor).userId,
      at: clock.now(),
    });
    if (!decided) return refuse({ code: 'record.conflict-closed' });
    const enterpriseId = decided.enterpriseId as EnterpriseId;
    const detail = { conflictId: id, item: decided.item, verdict, proposed: await proposedIn(tx, id) };
    await appendAudit(tx, actor, { action: 'record.conflict-decided', enterpriseId, detail });
    await recordChange(tx, actor, {
      kind: 'record.conflict-decided',
      enterpriseId,
      subjectId: id,
      payload: { verdict },
      jobs: verdict === 'own' ? [] : [{ name: 'record.settle-conflict', payload: { conflictId: id } }],
    });
    return accept(id);
  });
}

async function proposedIn(tx: Tx, id: string): Promise<Party | null> {
  const conflict = await findWeighed(tx, id);
  if (!conflict) return null;
  const { precedence } = await readReconciliationRules(tx, clock.today());
  const { authority, decidedHere, item } = conflict;
  const mode = modeOf(precedence, item);
  return proposalOf(claimsOf(conflict), authority, { decidedHere, mode })?.party ?? null;
}
