import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { deskOf } from '~/server/application/store-authority.ts';
import { type InboxQuery, type InboxRow, inboxCounts, inboxPage } from '~/server/application/store-inbox.ts';
import { viewsOf } from '~/server/application/store-inbox-view.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

const pageSize = 40;

const lineOf = ({ submittedAt, dueAt, key: _, ...row }: InboxRow) => ({
  ...row,
  submittedAt: submittedAt.toISOString(),
  dueAt: dueAt?.toISOString() ?? null,
});

/** The bank's applications with their clocks and who has them, a page at a time. */
export async function listInbox(actor: Actor, query: InboxQuery) {
  const bank = asInstitution(actor);
  const { userId, institutionId } = bank;
  const now = clock.now();
  const { rows, counts, desk, views } = await withActor(actor, async (tx) => ({
    desk: await deskOf(tx, institutionId),
    views: await viewsOf(tx, userId),
    rows: await inboxPage(tx, query, bank, now, pageSize + 1),
    counts: await inboxCounts(tx, bank),
  }));
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    rows: shown.map(lineOf),
    counts,
    officers: desk.filter(({ role }) => role === 'officer').map(({ id, name }) => ({ id, name })),
    views,
    next: last ? `${last.key}~${last.id}` : null,
    now: now.toISOString(),
  };
}

export type InboxLine = Awaited<ReturnType<typeof listInbox>>['rows'][number];
