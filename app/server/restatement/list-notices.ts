import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findNotices, type NoticeRow } from '~/server/restatement/store-pages.ts';

const pageSize = 25;

/** A page of the restatements that the actor's bank was told of; no record and no score is in them. */
export async function listNotices(actor: Actor, page: number) {
  asInstitution(actor);
  const rows = await withActor(actor, (tx) => findNotices(tx, page, pageSize));
  return {
    notices: rows.slice(0, pageSize).map(noticeShown),
    page,
    more: rows.length > pageSize,
    now: clock.now().toISOString(),
  };
}

export const noticeShown = ({ at, handledAt, ...row }: NoticeRow) => ({
  ...row,
  at: at.toISOString(),
  handledAt: handledAt?.toISOString() ?? null,
});

export type NoticeShown = ReturnType<typeof noticeShown>;
