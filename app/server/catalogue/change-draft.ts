import { checkItem } from '~/domain/catalogue/check-item.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { DraftRefusal } from '~/server/catalogue/draft-refusal.ts';
import { contentOfForm, type DraftForm } from '~/server/catalogue/forms.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { findSuppliers, lockDraft, storeDraft } from '~/server/catalogue/store-drafts.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** Stores what its maker wrote into a draft, when it may stand in the catalogue. */
export function changeDraft(actor: Person, id: string, form: DraftForm): Promise<Result<null, DraftRefusal>> {
  return withActor(actor, async (tx): Promise<Result<null, DraftRefusal>> => {
    const draft = await lockDraft(tx, id);
    if (!draft) return refuse({ code: 'catalogue.not-found' });
    if (draft.state !== 'draft') return refuse({ code: 'catalogue.not-a-draft' });
    if (draft.draftedBy !== actor.userId) return refuse({ code: 'catalogue.not-the-maker' });
    const { provider, legalBasis, legalBasisEn, note, validFrom, validTo = null } = form;
    if (validTo !== null && validTo <= validFrom)
      return refuse({ code: 'catalogue.dates-order', field: 'validTo' });
    if (!(await findSuppliers(tx)).some((each) => each.id === provider))
      return refuse({ code: 'catalogue.provider-unknown', field: 'provider' });
    const today = clock.today();
    const item = checkItem(contentOfForm(draft.code, form), await readCatalogue(tx, validFrom), {
      validFrom,
      today,
    });
    if (!item.ok) return item;
    const words = { legalBasis, legalBasisEn, note };
    const content = { item: item.value, providerId: provider, ...words, validFrom, validTo };
    await storeDraft(tx, id, content, clock.now());
    const payload = { code: draft.code, version: draft.version };
    await recordChange(tx, actor, { kind: 'catalogue.draft-changed', subjectId: id, payload });
    await appendAudit(tx, actor, { action: 'catalogue.draft-changed', detail: { draft: id, ...payload } });
    return accept(null);
  });
}
