import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { DraftRefusal } from '~/server/catalogue/draft-refusal.ts';
import { lockDraft, moveDraft } from '~/server/catalogue/store-drafts.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** Puts a draft away; it stays readable. The value is the item's code. */
export function discardDraft(actor: Person, id: string): Promise<Result<string, DraftRefusal>> {
  return withActor(actor, async (tx): Promise<Result<string, DraftRefusal>> => {
    const draft = await lockDraft(tx, id);
    if (!draft) return refuse({ code: 'catalogue.not-found' });
    if (draft.state !== 'draft' && draft.state !== 'review') return refuse({ code: 'catalogue.not-a-draft' });
    await moveDraft(tx, id, { state: 'discarded', by: actor.userId, at: clock.now() });
    const payload = { code: draft.code, version: draft.version };
    await recordChange(tx, actor, { kind: 'catalogue.draft-discarded', subjectId: id, payload });
    await appendAudit(tx, actor, { action: 'catalogue.draft-discarded', detail: { draft: id, ...payload } });
    return accept(draft.code);
  });
}
