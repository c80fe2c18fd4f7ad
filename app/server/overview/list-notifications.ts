import { type Actor, asPerson } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findNotifications } from '~/server/overview/store-notifications.ts';

const pageSize = 30;

/** A page of the firm's or institution's messages, newest first. `before` is the id of the last message of the page before. */
export async function listNotifications(actor: Actor, before: string | undefined) {
  const rows = await withActor(actor, (tx) => findNotifications(tx, asPerson(actor), before, pageSize + 1));
  const shown = rows.slice(0, pageSize);
  return {
    messages: shown.map((row) => ({
      id: row.id,
      kind: row.kind,
      params: row.params as object,
      href: row.href,
      at: row.createdAt.toISOString(),
      read: row.readAt !== null,
    })),
    next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
  };
}
