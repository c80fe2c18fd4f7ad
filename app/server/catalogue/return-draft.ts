import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { DraftRefusal } from '~/server/catalogue/draft-refusal.ts';
import { lockDraft, moveDraft } from '~/server/catalogue/store-drafts.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** Gives a draft in review back to its maker, with what should be changed. */
export function returnDraft(actor: Person, id: string, remark: string): Promise<Result<null, DraftRefusal>> {
  return withActor(actor, async (tx): Promise<Result<null, DraftRefusal>> => {
    const draft = await lockDraft(tx, id);
    if (!draft) return refuse({ code: 'catalogue.not-found' });
    if (draft.state !== 'review') return refuse({ code: 'catalogue.not-in-review' });
    await moveDraft(tx, id, { state: 'draft', remark, at: clock.now() });
    const payload = { code: draft.code, version: draft.version };
    await recordChange(tx, actor, { kind: 'catalogue.draft-returned', subjectId: id, payload });
    await appendAudit(tx, actor, { action: 'catalogue.draft-returned', detail: { draft: id, ...payload } });
    return accept(null);
  });
}
