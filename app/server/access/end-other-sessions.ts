import { type Accepted, accept } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { removeSessionsOf } from '~/server/access/store.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** Signs a person out everywhere but here; the value is how many sessions ended. */
export async function endOtherSessions(actor: Person, sessionId: string | null): Promise<Accepted<number>> {
  const ended = await withActor(actor, async (tx) => {
    const count = await removeSessionsOf(tx, actor.userId, sessionId);
    await appendAudit(tx, actor, { action: 'access.other-sessions-ended', detail: { count } });
    return count;
  });
  return accept(ended);
}
