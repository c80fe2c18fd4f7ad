import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { DraftRefusal } from '~/server/catalogue/draft-refusal.ts';
import { addDraft, findItemVersions } from '~/server/catalogue/store-drafts.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

/**
 * A draft of the next version of an item, beginning with what a version says and in force from today. An item has one
 * open draft at a time, so that two people do not change it against each other. The value is the draft's id.
 */
export function startDraft(
  actor: Person,
  code: string,
  basedOn: number,
): Promise<Result<string, DraftRefusal>> {
  const id = randomUUID();
  return withActor(actor, async (tx): Promise<Result<string, DraftRefusal>> => {
    const versions = await findItemVersions(tx, code);
    const base = versions.find(({ item }) => item.version === basedOn);
    const [latest] = versions;
    if (!base || !latest) return refuse({ code: 'catalogue.not-found' });
    const version = latest.item.version + 1;
    const { version: _, providerId, providerCode: _code, providerName: _name, ...item } = base.item;
    const { legalBasis, legalBasisEn } = base;
    const words = { legalBasis, legalBasisEn, note: '' };
    const content = { item, providerId, ...words, validFrom: clock.today(), validTo: null };
    const head = { id, code, version, basedOn, draftedBy: actor.userId, at: clock.now() };
    if (!(await addDraft(tx, head, content))) return refuse({ code: 'catalogue.draft-open' });
    const payload = { code, version, basedOn };
    await recordChange(tx, actor, { kind: 'catalogue.draft-started', subjectId: id, payload });
    await appendAudit(tx, actor, { action: 'catalogue.draft-started', detail: { draft: id, ...payload } });
    return accept(id);
  });
}
