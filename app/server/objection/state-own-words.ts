import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addStatement, findVersions, headOf, isLive } from '~/server/objection/store-record.ts';

export type StatementRefusal =
  | { readonly code: 'objection.record-not-found' }
  | { readonly code: 'objection.record-gone' };

/**
 * The firm's own statement beside a record (征信业管理条例 16, domain.md row J3): shown to everybody who is shown the
 * record. A later one takes its place; an empty one takes it back.
 */
export function stateOwnWords(
  actor: Actor,
  { factId, body }: { readonly factId: string; readonly body: string },
): Promise<Result<'stated', StatementRefusal>> {
  const firm = asFirm(actor);
  const { enterpriseId } = firm;
  return withActor(actor, async (tx): Promise<Result<'stated', StatementRefusal>> => {
    const head = headOf(await findVersions(tx, enterpriseId, factId));
    if (!head) return refuse({ code: 'objection.record-not-found' });
    if (!isLive(head)) return refuse({ code: 'objection.record-gone' });
    const id = randomUUID();
    const { item } = head;
    await addStatement(tx, {
      enterpriseId,
      id,
      item,
      sourceKey: head.sourceKey,
      body,
      userId: firm.userId,
      userName: firm.name,
      at: clock.now(),
    });
    const kind = body ? 'objection.stated' : 'objection.statement-taken-back';
    await recordChange(tx, actor, { kind, enterpriseId, subjectId: id, payload: { item } });
    const action = body ? { action: 'objection.stated' } : { action: 'objection.statement-taken-back' };
    await appendAudit(tx, actor, { ...action, enterpriseId, detail: { statementId: id, item } });
    return accept('stated');
  });
}
