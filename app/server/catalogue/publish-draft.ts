import { checkItem } from '~/domain/catalogue/check-item.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { DraftRefusal } from '~/server/catalogue/draft-refusal.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { addVersion, contentOf, lockDraft, moveDraft } from '~/server/catalogue/store-drafts.ts';
import { clock } from '~/server/clock.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

/**
 * Publishes a draft in review that somebody else made. From its first day on deliveries are checked by it and no read
 * goes past its ceiling; facts keep the version that they came in under. The value is the item's code.
 */
export function publishDraft(actor: Person, id: string): Promise<Result<string, DraftRefusal>> {
  return withActor(actor, async (tx): Promise<Result<string, DraftRefusal>> => {
    const draft = await lockDraft(tx, id);
    if (!draft) return refuse({ code: 'catalogue.not-found' });
    if (draft.state !== 'review') return refuse({ code: 'catalogue.not-in-review' });
    if (draft.draftedBy === actor.userId) return refuse({ code: 'catalogue.own-draft' });
    const validFrom = dayOfDate(draft.validFrom);
    const span = { validFrom, today: clock.today() };
    const checked = checkItem(contentOf(draft), await readCatalogue(tx, validFrom), span);
    if (!checked.ok) return checked;
    const at = clock.now();
    await moveDraft(tx, id, { state: 'published', by: actor.userId, at });
    await addVersion(tx, draft, actor.userId, at);
    const payload = { code: draft.code, version: draft.version };
    await recordChange(tx, actor, { kind: 'catalogue.published', subjectId: id, payload });
    await appendAudit(tx, actor, { action: 'catalogue.published', detail: { draft: id, ...payload } });
    return accept(draft.code);
  });
}
