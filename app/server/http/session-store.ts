import type { UserId } from '~/domain/kernel/id.ts';
import { type PersonRow, personColumns, personOf, standingToday } from '~/server/access/find-person.ts';
import type { Tx } from '~/server/db/client.ts';

/** The person of a live session: not idle since `idleSince`, not past its end, the account not disabled. */
export async function findPerson(tx: Tx, sessionId: string, now: Date, idleSince: Date) {
  const [row] = await tx.$queryRaw<(PersonRow & { last_seen_at: Date })[]>`
    select ${personColumns}, s.last_seen_at
    from session s
    join user_account u on u.id = s.user_id and u.state = 'active'
    left join institution i on i.id = u.institution_id
    where s.id = ${sessionId} and s.expires_at > ${now} and s.last_seen_at > ${idleSince}`;
  if (!row) return null;
  return { actor: personOf(row), standing: standingToday(row, now), lastSeenAt: row.last_seen_at };
}

export const touchSession = (tx: Tx, id: string, now: Date) =>
  tx.session.updateMany({ where: { id }, data: { lastSeenAt: now } });

export const openSession = (tx: Tx, s: { id: string; userId: UserId; now: Date; expiresAt: Date }) =>
  tx.session.create({
    data: { id: s.id, userId: s.userId, createdAt: s.now, lastSeenAt: s.now, expiresAt: s.expiresAt },
  });

export const removeSession = (tx: Tx, id: string) => tx.session.deleteMany({ where: { id } });
