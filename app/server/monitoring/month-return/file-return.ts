import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { fileVersion } from '~/server/monitoring/store-return.ts';

export type FileReturnRefusal = { readonly code: 'monitoring.return-not-open' };

/** A person of the risk desk files a version of a month's return: from then on the regulator reads it. */
export function fileReturn(
  actor: Actor,
  month: string,
  version: number,
): Promise<Result<'filed', FileReturnRefusal>> {
  const { userId } = asPerson(actor);
  return withActor(actor, async (tx) => {
    const filed = await fileVersion(tx, { month, version, by: userId, at: clock.now() });
    if (!filed) return refuse({ code: 'monitoring.return-not-open' });
    await recordChange(tx, actor, { kind: 'monitoring.return-filed', payload: { month, version } });
    await appendAudit(tx, actor, { action: 'monitoring.return-filed', detail: { month, version } });
    return accept('filed');
  });
}
