import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findDeclaration, moveDeclaration } from '~/server/declaration/store.ts';

type AnswerRefusal = {
  readonly code: 'declaration.not-found' | 'declaration.not-doubted' | 'declaration.answered-already';
};

/** The firm answers a doubt, once; a late answer still counts until the decision is made. */
export function answerDoubt(
  actor: Actor,
  { id, answer }: { readonly id: string; readonly answer: string },
): Promise<Result<null, AnswerRefusal>> {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx): Promise<Result<null, AnswerRefusal>> => {
    const found = await findDeclaration(tx, enterpriseId, id);
    if (!found) return refuse({ code: 'declaration.not-found' });
    if (found.state !== 'doubted') return refuse({ code: 'declaration.not-doubted' });
    if (found.answeredAt) return refuse({ code: 'declaration.answered-already' });
    const moved = await moveDeclaration(tx, found, { answer, answeredAt: clock.now() });
    if (!moved) return refuse({ code: 'declaration.not-doubted' });
    await recordChange(tx, actor, { kind: 'declaration.answered', enterpriseId, subjectId: id });
    await appendAudit(tx, actor, { action: 'declaration.answered', enterpriseId, detail: { id } });
    return accept(null);
  });
}
