import type { Person } from '~/server/access/actor.ts';
import { findAccount, listSessions } from '~/server/access/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { sessionIdleMs } from '~/server/http/session.ts';

/** A person's own account: who they are here, and where they are signed in. */
export async function showAccount(actor: Person, sessionId: string | null) {
  const now = clock.now();
  return withActor(actor, async (tx) => {
    const account = await findAccount(tx, actor.userId);
    if (!account) throw new Error('a session without an account');
    const sessions = await listSessions(tx, actor.userId, now, new Date(now.getTime() - sessionIdleMs));
    return {
      login: account.login,
      name: account.name,
      role: account.role,
      locale: account.locale,
      isDemo: account.isDemo,
      organisation: actor.institutionName,
      sessions: sessions.map((s) => ({
        startedAt: s.createdAt.toISOString(),
        lastSeenAt: s.lastSeenAt.toISOString(),
        isThis: s.id === sessionId,
      })),
    };
  });
}
