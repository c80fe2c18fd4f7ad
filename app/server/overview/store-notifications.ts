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

export const findNotifications = (tx: Tx, reader: Person, before: string | undefined, take: number) =>
  tx.notification.findMany({
    where: ownOf(reader),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
    ...(before && { cursor: { id: before }, skip: 1 }),
  });

export const findNotification = (tx: Tx, reader: Person, id: string) =>
  tx.notification.findFirst({ where: { id, ...ownOf(reader) } });

export const markRead = (tx: Tx, reader: Person, id: string | null, at: Date) =>
  tx.notification.updateMany({
    where: { readAt: null, ...(id && { id }), ...ownOf(reader) },
    data: { readAt: at },
  });
