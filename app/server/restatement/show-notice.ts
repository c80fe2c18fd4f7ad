import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type NoticeShown, noticeShown } from '~/server/restatement/list-notices.ts';
import { findNotice } from '~/server/restatement/store-pages.ts';

export type NoticePage = NoticeShown & { readonly mayHandle: boolean; readonly now: string };

/** One notice of the actor's bank; whoever took the first decision does not take the second look. */
export async function showNotice(
  actor: Actor,
  id: string,
): Promise<Result<NoticePage, { readonly code: 'restatement.not-found' }>> {
  const { userId } = asInstitution(actor);
  const row = await withActor(actor, (tx) => findNotice(tx, id));
  if (!row) return refuse({ code: 'restatement.not-found' });
  return accept({ ...noticeShown(row), mayHandle: row.firstBy !== userId, now: clock.now().toISOString() });
}
