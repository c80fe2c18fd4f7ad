import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { DraftRefusal } from '~/server/catalogue/draft-refusal.ts';
import { addDraft, findItemVersions, findSuppliers } from '~/server/catalogue/store-drafts.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** A draft of an item that the catalogue does not have yet: kept and nothing more until its maker says otherwise. */
export function startItem(
  actor: Person,
  code: string,
  provider: string,
): Promise<Result<string, DraftRefusal>> {
  const id = randomUUID();
  return withActor(actor, async (tx): Promise<Result<string, DraftRefusal>> => {
    if ((await findItemVersions(tx, code)).length > 0)
      return refuse({ code: 'catalogue.code-taken', field: 'code' });
    const supplier = (await findSuppliers(tx)).find((each) => each.id === provider);
    if (!supplier) return refuse({ code: 'catalogue.provider-unknown', field: 'provider' });
    const head = { id, code, version: 1, basedOn: null, draftedBy: actor.userId, at: clock.now() };
    const span = { validFrom: clock.today(), validTo: null };
    const words = { legalBasis: '', legalBasisEn: '', note: '' };
    const content = { item: emptyItem(code), providerId: supplier.id, ...words, ...span };
    if (!(await addDraft(tx, head, content))) return refuse({ code: 'catalogue.draft-open' });
    const payload = { code, version: 1, basedOn: null };
    await recordChange(tx, actor, { kind: 'catalogue.draft-started', subjectId: id, payload });
    await appendAudit(tx, actor, { action: 'catalogue.draft-started', detail: { draft: id, ...payload } });
    return accept(id);
  });
}

const emptyItem = (code: string) =>
  ({
    code,
    name: { zh: code, en: code },
    classCode: code.split('.')[0] ?? code,
    className: { zh: code.split('.')[0] ?? code, en: code.split('.')[0] ?? code },
    subject: 'enterprise',
    mode: 'physical',
    sensitivity: 'consent',
    ceiling: 'store-only',
    level: 'province',
    period: 'event',
    freshDays: 30,
    polarity: 'neutral',
    lasting: false,
    amount: null,
    quantity: null,
    categories: [],
    bands: null,
    answers: [],
    retentionYears: null,
    retentionStart: null,
  }) as const;
