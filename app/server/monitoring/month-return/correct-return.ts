import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { compileReturn } from '~/server/monitoring/month-return/compile-return.ts';
import { addReturn, findVersions } from '~/server/monitoring/store-return.ts';

export type CorrectReturnRefusal = {
  readonly code:
    | 'monitoring.return-not-filed'
    | 'monitoring.return-unchanged'
    | 'monitoring.return-corrected-already';
};

/** Makes the next version of a filed return as the store is known now, with a reason; it is filed apart. Answers its number. */
export function correctReturn(
  actor: Actor,
  month: string,
  reason: string,
): Promise<Result<number, CorrectReturnRefusal>> {
  const { userId } = asPerson(actor);
  return withActor(actor, async (tx) => {
    const [last] = await findVersions(tx, month);
    if (!last?.filedAt) return refuse({ code: 'monitoring.return-not-filed' });
    const knownAt = clock.now();
    const { body, sha256 } = await compileReturn(tx, month, knownAt);
    if (sha256 === last.sha256) return refuse({ code: 'monitoring.return-unchanged' });
    const version = last.version + 1;
    const { dueOn } = last;
    const made = { month, version, body, sha256, dueOn, knownAt, madeBy: userId, reason };
    if (!(await addReturn(tx, made))) return refuse({ code: 'monitoring.return-corrected-already' });
    await recordChange(tx, actor, { kind: 'monitoring.return-corrected', payload: { month, version } });
    await appendAudit(tx, actor, { action: 'monitoring.return-corrected', detail: { month, version } });
    return accept(version);
  });
}
