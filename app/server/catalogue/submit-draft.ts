import { checkItem } from '~/domain/catalogue/check-item.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { DraftRefusal } from '~/server/catalogue/draft-refusal.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { contentOf, lockDraft, moveDraft } from '~/server/catalogue/store-drafts.ts';
import { clock } from '~/server/clock.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** Hands a draft in for review: from then on its maker changes nothing, and a second person decides. */
export function submitDraft(actor: Person, id: string): Promise<Result<null, DraftRefusal>> {
  return withActor(actor, async (tx): Promise<Result<null, DraftRefusal>> => {
    const draft = await lockDraft(tx, id);
    if (!draft) return refuse({ code: 'catalogue.not-found' });
    if (draft.state !== 'draft') return refuse({ code: 'catalogue.not-a-draft' });
    if (draft.draftedBy !== actor.userId) return refuse({ code: 'catalogue.not-the-maker' });
    const validFrom = dayOfDate(draft.validFrom);
    const span = { validFrom, today: clock.today() };
    const checked = checkItem(contentOf(draft), await readCatalogue(tx, validFrom), span);
    if (!checked.ok) return checked;
    await moveDraft(tx, id, { state: 'review', at: clock.now() });
    const payload = { code: draft.code, version: draft.version };
    await recordChange(tx, actor, { kind: 'catalogue.draft-submitted', subjectId: id, payload });
    await appendAudit(tx, actor, { action: 'catalogue.draft-submitted', detail: { draft: id, ...payload } });
    return accept(null);
  });
}
