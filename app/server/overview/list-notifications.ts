import { type Actor, asPerson } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { countUnread, findNotifications, type InboxPage } from '~/server/overview/store-notifications.ts';

const pageSize = 30;

/** A page of the firm's or institution's messages, newest first, all or those that nobody has read, and how many the latter are. */
export async function listNotifications(actor: Actor, page: InboxPage = {}) {
  const reader = asPerson(actor);
  const { rows, waiting } = await withActor(actor, async (tx) => ({
    rows: await findNotifications(tx, reader, page, pageSize + 1),
    waiting: await countUnread(tx, reader),
  }));
  const shown = rows.slice(0, pageSize);
  return {
    messages: shown.map((row) => ({
      id: row.id,
      kind: row.kind,
      params: row.params as object,
      href: row.href,
      at: row.createdAt.toISOString(),
      read: row.readAt !== null,
      urgent: row.urgent,
    })),
    waiting,
    next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
  };
}
