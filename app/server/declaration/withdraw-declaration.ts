import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findDeclaration, moveDeclaration } from '~/server/declaration/store.ts';

type WithdrawRefusal = {
  readonly code: 'declaration.not-found' | 'declaration.under-doubt' | 'declaration.not-in-force';
};

/** The firm takes a declaration back; while it is under doubt it has to wait for the decision. */
export function withdrawDeclaration(actor: Actor, id: string): Promise<Result<null, WithdrawRefusal>> {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx): Promise<Result<null, WithdrawRefusal>> => {
    const found = await findDeclaration(tx, enterpriseId, id);
    if (!found) return refuse({ code: 'declaration.not-found' });
    if (found.state === 'doubted') return refuse({ code: 'declaration.under-doubt' });
    if (found.state !== 'in-force') return refuse({ code: 'declaration.not-in-force' });
    const moved = await moveDeclaration(tx, found, { state: 'withdrawn', endedAt: clock.now() });
    if (!moved) return refuse({ code: 'declaration.not-in-force' });
    await recordChange(tx, actor, {
      kind: 'declaration.withdrawn',
      enterpriseId,
      subjectId: id,
      jobs: [{ name: 'declaration.enter', payload: { enterpriseId, ref: id, at: 'ended' } }],
    });
    await appendAudit(tx, actor, { action: 'declaration.withdrawn', enterpriseId, detail: { id } });
    return accept(null);
  });
}
