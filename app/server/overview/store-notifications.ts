import type { Tx } from '~/server/db/client.ts';

/** Row-level security leaves only the messages of the reader's own house. */
export const findNotifications = (tx: Tx, before: string | undefined, take: number) =>
  tx.notification.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
    ...(before && { cursor: { id: before }, skip: 1 }),
  });

export const findNotification = (tx: Tx, id: string) => tx.notification.findUnique({ where: { id } });

export const markRead = (tx: Tx, id: string | null, at: Date) =>
  tx.notification.updateMany({ where: { readAt: null, ...(id && { id }) }, data: { readAt: at } });
