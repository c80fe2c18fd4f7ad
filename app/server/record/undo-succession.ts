import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addUndoing, findStanding, lockSuccessions } from '~/server/enterprise/store-succession.ts';

/** Takes a succession back: the merger was void, the firm is restored to the register. What was carried over is revoked. */
export function undoSuccession(
  actor: Actor,
  { id, basis }: { readonly id: string; readonly basis: string },
): Promise<Result<string, { readonly code: 'enterprise.succession-not-found' }>> {
  return withActor(actor, async (tx) => {
    await lockSuccessions(tx);
    const edge = await findStanding(tx, id);
    if (!edge) return refuse({ code: 'enterprise.succession-not-found' });
    const undoing = randomUUID();
    const rest = { on: clock.today(), recordedBy: asPerson(actor).userId, knownAt: clock.now() };
    await addUndoing(tx, { id: undoing, enterpriseId: edge.from, undoes: id, basis, ...rest });
    const detail = { successionId: id };
    await appendAudit(tx, actor, { action: 'enterprise.succession-undone', enterpriseId: edge.from, detail });
    await recordChange(tx, actor, {
      kind: 'enterprise.succession-undone',
      enterpriseId: edge.from,
      subjectId: id,
      jobs: [
        { name: 'record.follow-succession', payload: { ref: undoing } },
        { name: 'loan.tell-succession', payload: { ref: undoing } },
      ],
    });
    return accept(undoing);
  });
}
