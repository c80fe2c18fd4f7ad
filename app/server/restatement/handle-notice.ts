import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';
import { changeNotice, lockNotice, type NoticeRow } from '~/server/restatement/store-pages.ts';

export type HandleRefusal =
  | { readonly code: 'restatement.not-found' }
  | { readonly code: 'restatement.handled-already' }
  | { readonly code: 'restatement.same-person' };

export type Handling = { readonly outcome: 'kept' | 'invited'; readonly note: string };

/**
 * The bank deals with an open notice: it judged the open application on the new score, or another person looked at the
 * decline again and lets it stand or invites the firm to apply anew. The firm is told of a second look.
 */
export function handleNotice(
  actor: Actor,
  id: string,
  { outcome, note }: Handling,
): Promise<Result<'handled', HandleRefusal>> {
  const person = asInstitution(actor);
  return withActor(actor, async (tx): Promise<Result<'handled', HandleRefusal>> => {
    const notice = await lockNotice(tx, id);
    if (!notice) return refuse({ code: 'restatement.not-found' });
    if (notice.state !== 'open') return refuse({ code: 'restatement.handled-already' });
    if (notice.firstBy === person.userId) return refuse({ code: 'restatement.same-person' });
    const state = notice.kind === 'second-look' ? outcome : 'kept';
    await changeNotice(tx, notice, { state, handledBy: person.userId, handledAt: clock.now(), note });
    await writeDown(tx, actor, notice, { state, institutionId: person.institutionId });
    return accept('handled');
  });
}

async function writeDown(
  tx: Tx,
  actor: Actor,
  { id, kind, applicationId, ...notice }: NoticeRow,
  { state, institutionId }: { readonly state: 'kept' | 'invited'; readonly institutionId: string },
) {
  const enterpriseId = notice.enterpriseId as EnterpriseId;
  const href = `/my/applications/${applicationId}`;
  if (kind === 'second-look')
    await notify(tx, { to: { enterpriseId }, kind: `restatement.${state}`, params: { applicationId }, href });
  await recordChange(tx, actor, {
    kind: `restatement.${state}`,
    enterpriseId,
    institutionId: institutionId as never,
    subjectId: id,
    payload: { kind, applicationId },
  });
  await appendAudit(tx, actor, {
    action: 'restatement.handled',
    enterpriseId,
    purpose: 'pre-loan',
    detail: { noticeId: id, kind, state, applicationId, institutionId },
  });
}
