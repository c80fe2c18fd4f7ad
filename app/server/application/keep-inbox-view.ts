import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { viewOf } from '~/server/application/inbox-search.ts';
import { addView, dropView, viewsOf } from '~/server/application/store-inbox-view.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** The most views that a person keeps. */
export const mostViews = 12;

export type ViewRefusal =
  | { readonly code: 'application.view-name-taken'; readonly field: 'name' }
  | { readonly code: 'application.too-many-views'; readonly most: number }
  | { readonly code: 'application.view-unreadable' };

/** Keeps the filters of the inbox, as its address has them, under a name of the person's own. */
export async function keepInboxView(
  actor: Actor,
  { name, query: address }: { readonly name: string; readonly query: string },
): Promise<Result<null, ViewRefusal>> {
  const { institutionId, userId } = asInstitution(actor);
  const query = viewOf(address);
  if (query === null) return refuse({ code: 'application.view-unreadable' });
  return withActor(actor, async (tx) => {
    if ((await viewsOf(tx, userId)).length >= mostViews)
      return refuse({ code: 'application.too-many-views', most: mostViews });
    const view = { id: randomUUID(), institutionId, userId, name, query, createdAt: clock.now() };
    if (!(await addView(tx, view))) return refuse({ code: 'application.view-name-taken', field: 'name' });
    await appendAudit(tx, actor, { action: 'application.view-kept', detail: { view: view.id } });
    return accept(null);
  });
}

/** Drops a view of the person's own. */
export function dropInboxView(
  actor: Actor,
  id: string,
): Promise<Result<null, { readonly code: 'application.view-not-found' }>> {
  const { userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    if (!(await dropView(tx, id, userId))) return refuse({ code: 'application.view-not-found' });
    await appendAudit(tx, actor, { action: 'application.view-dropped', detail: { view: id } });
    return accept(null);
  });
}
