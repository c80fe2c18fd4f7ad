import type { Person } from '~/server/access/actor.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';

/** The messages of a person's own house that are meant for them: an operator reaches every row, yet has one inbox. */
const ownOf = ({ enterpriseId, institutionId, role, userId }: Person): Prisma.NotificationWhereInput => ({
  ...(enterpriseId ? { enterpriseId } : { institutionId }),
  AND: [
    { OR: [{ userId: null }, { userId }] },
    { OR: [{ roles: { isEmpty: true } }, { roles: { has: role } }] },
  ],
});

export type InboxPage = {
  /** The id of the last message of the page before. */
  readonly before?: string | undefined;
  /** Only those that nobody has read. */
  readonly unread?: boolean | undefined;
};

/** Messages for a person, the newest first; a message that was read since the page before is left out of the unread, and no other with it. */
export async function findNotifications(tx: Tx, reader: Person, { before, unread }: InboxPage, take: number) {
  const own = ownOf(reader);
  const last = before ? await tx.notification.findFirst({ where: { id: before, ...own } }) : null;
  if (before && !last) return [];
  const behind = last && {
    OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }],
  };
  return tx.notification.findMany({
    where: { AND: [own, unread ? { readAt: null } : {}, behind ?? {}] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
  });
}

/** How many messages nobody has read. */
export const countUnread = (tx: Tx, reader: Person): Promise<number> =>
  tx.notification.count({ where: { AND: [ownOf(reader), { readAt: null }] } });

export const findNotification = (tx: Tx, reader: Person, id: string) =>
  tx.notification.findFirst({ where: { id, ...ownOf(reader) } });

export const markRead = (tx: Tx, reader: Person, id: string | null, at: Date) =>
  tx.notification.updateMany({
    where: { readAt: null, ...(id && { id }), ...ownOf(reader) },
    data: { readAt: at },
  });
