import type { ItemContent } from '~/domain/catalogue/check-item.ts';
import { diffItems } from '~/domain/catalogue/diff-items.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import {
  contentOf,
  countTouched,
  type DraftRow,
  type DraftState,
  findItemVersions,
  findSuppliers,
  type ItemVersion,
  lockDraft,
  namesOfPeople,
} from '~/server/catalogue/store-drafts.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** A draft with what it changes against the version that it began with, and whom the change touches. */
export function showDraft(
  actor: Actor,
  id: string,
): Promise<Result<DraftPage, { readonly code: 'catalogue.not-found' }>> {
  return withActor(
    actor,
    async (tx): Promise<Result<DraftPage, { readonly code: 'catalogue.not-found' }>> => {
      const draft = await lockDraft(tx, id);
      return draft ? accept(await pageOf(tx, actor, draft)) : refuse({ code: 'catalogue.not-found' });
    },
  );
}

export type DraftPage = Awaited<ReturnType<typeof pageOf>>;

async function pageOf(tx: Tx, actor: Actor, draft: DraftRow) {
  const item = contentOf(draft);
  const base = (await findItemVersions(tx, draft.code)).find(
    ({ item: { version } }) => version === draft.basedOn,
  );
  const people = await namesOfPeople(tx, [draft.draftedBy, draft.decidedBy]);
  const suppliers = await findSuppliers(tx);
  const nameOf = (providerId: string) => suppliers.find(({ id }) => id === providerId)?.nameZh ?? '';
  return {
    id: draft.id,
    code: draft.code,
    version: draft.version,
    basedOn: draft.basedOn,
    state: draft.state as DraftState,
    item,
    providerId: draft.providerId,
    suppliers: suppliers.map(({ id, nameZh: zh, nameEn: en }) => ({ id, name: { zh, en } })),
    legalBasis: draft.legalBasis,
    legalBasisEn: draft.legalBasisEn,
    note: draft.note,
    remark: draft.remark,
    validFrom: dayOfDate(draft.validFrom),
    validTo: draft.validTo && dayOfDate(draft.validTo),
    isMine: draft.draftedBy === asPerson(actor).userId,
    draftedBy: people.get(draft.draftedBy) ?? '',
    changedAt: draft.changedAt.toISOString(),
    decidedBy: people.get(draft.decidedBy ?? '') ?? null,
    decidedAt: draft.decidedAt?.toISOString() ?? null,
    differences: base ? differencesOf(base, item, [base.item.providerId, draft.providerId].map(nameOf)) : [],
    touched: await countTouched(tx, draft.code, clock.now()),
  };
}

/** What the draft changes; who supplies the item is compared by name, before and after. */
function differencesOf({ item: base }: ItemVersion, item: ItemContent, [before, after]: string[]) {
  const { version: _, providerId: _id, providerCode: _code, providerName: _name, ...was } = base;
  return diffItems({ ...was, provider: before }, { ...item, provider: after });
}
