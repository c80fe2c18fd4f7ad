import type { ItemContent } from '~/domain/catalogue/check-item.ts';
import type { Item } from '~/domain/catalogue/item.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { contentSchema } from '~/server/catalogue/item-data.ts';
import { type ItemRow, itemOf } from '~/server/catalogue/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

export type DraftState = 'draft' | 'review' | 'published' | 'discarded';

/** A version of an item with its span and its makers; nobody for what the platform ships. */
export type ItemVersion = {
  readonly item: Item;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly legalBasis: string;
  readonly legalBasisEn: string;
  readonly draftedBy: string | null;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
};

type VersionRow = ItemRow & {
  valid_from: string;
  valid_to: string | null;
  legal_basis: string;
  legal_basis_en: string;
  drafted: string | null;
  published: string | null;
  published_at: Date | null;
};

/** Every version of an item, the newest first. */
export async function findItemVersions(tx: Tx, code: string): Promise<ItemVersion[]> {
  const rows = await tx.$queryRaw<VersionRow[]>`
    select c.code, c.version, c.provider_id, i.code as provider_code, i.name_zh as provider_zh, i.name_en as provider_en,
           c.class_code, c.name_zh, c.name_en, c.subject, c.mode, c.sensitivity, c.ceiling, c.level, c.period, c.fresh_days,
           c.polarity, c.meaning, c.retention_years, c.retention_start as "retentionStart", c.valid_from::text,
           c.valid_to::text, c.legal_basis, c.legal_basis_en, d.name as drafted, p.name as published, c.published_at
    from catalogue_item c
    join institution i on i.id = c.provider_id
    left join user_account d on d.id = c.drafted_by
    left join user_account p on p.id = c.published_by
    where c.code = ${code} order by c.version desc`;
  return rows.map((row) => ({
    item: itemOf(row),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    legalBasis: row.legal_basis,
    legalBasisEn: row.legal_basis_en,
    draftedBy: row.drafted,
    publishedBy: row.published,
    publishedAt: row.published_at,
  }));
}

/** What a draft says: the item, who supplies it, since when, on which basis, and why. */
export type DraftContent = {
  readonly item: ItemContent;
  readonly providerId: string;
  readonly legalBasis: string;
  readonly legalBasisEn: string;
  readonly note: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

const columnsOf = ({ item, providerId, validFrom, validTo, ...words }: DraftContent) => ({
  body: contentSchema.parse(item),
  providerId,
  ...words,
  validFrom: dateOfDay(validFrom),
  validTo: validTo && dateOfDay(validTo),
});

type NewDraft = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly basedOn: number | null;
  readonly draftedBy: string;
  readonly at: Date;
};

/** Adds a draft; false where the item has an open one already. */
export async function addDraft(tx: Tx, { at, ...draft }: NewDraft, content: DraftContent): Promise<boolean> {
  const data = [{ ...draft, ...columnsOf(content), draftedAt: at, changedAt: at }];
  const { count } = await tx.catalogueDraft.createMany({ data, skipDuplicates: true });
  return count === 1;
}

export const findOpenDrafts = (tx: Tx, code?: string) =>
  tx.catalogueDraft.findMany({
    where: { state: { in: ['draft', 'review'] }, ...(code && { code }) },
    orderBy: { changedAt: 'desc' },
  });

/** The draft, held against changes until the transaction ends; null when there is none. */
export async function lockDraft(tx: Tx, id: string) {
  await tx.$queryRaw`select id from catalogue_draft where id = ${id}::uuid for update`;
  return tx.catalogueDraft.findUnique({ where: { id } });
}
export type DraftRow = NonNullable<Awaited<ReturnType<typeof lockDraft>>>;

/** What the draft says of its item, read back. */
export const contentOf = (draft: { readonly body: unknown }): ItemContent => {
  const { className, lasting, amount, quantity, categories, answers, ...rest } = contentSchema.parse(
    draft.body,
  );
  return { ...rest, className, lasting, amount, quantity, categories, answers };
};

export const storeDraft = (tx: Tx, id: string, content: DraftContent, at: Date) =>
  tx.catalogueDraft.update({ where: { id }, data: { ...columnsOf(content), changedAt: at } });

/** Moves a draft on: into review, back to its maker with a remark, published or discarded by somebody. */
export const moveDraft = (
  tx: Tx,
  id: string,
  to: { readonly state: DraftState; readonly remark?: string; readonly by?: string; readonly at: Date },
) =>
  tx.catalogueDraft.update({
    where: { id },
    data: {
      state: to.state,
      changedAt: to.at,
      ...(to.remark !== undefined && { remark: to.remark }),
      ...(to.by && { decidedBy: to.by, decidedAt: to.at }),
    },
  });

/** Writes the version that a published draft says. */
export function addVersion(tx: Tx, draft: DraftRow, publishedBy: string, at: Date) {
  const { code, name, classCode, freshDays, retentionYears, retentionStart, ...item } = contentOf(draft);
  const { subject, mode, sensitivity, ceiling, level, period, polarity, ...meaning } = item;
  return tx.catalogueItem.create({
    data: {
      ...{ code, classCode, freshDays, retentionYears, retentionStart },
      ...{ subject, mode, sensitivity, ceiling, level, period, polarity },
      version: draft.version,
      providerId: draft.providerId,
      nameZh: name.zh,
      nameEn: name.en,
      meaning: meaning as object,
      validFrom: draft.validFrom,
      validTo: draft.validTo,
      legalBasis: draft.legalBasis,
      legalBasisEn: draft.legalBasisEn,
      draftedBy: draft.draftedBy,
      publishedBy,
      publishedAt: at,
    },
  });
}

/** Names of people, by id. */
export async function namesOfPeople(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id): id is string => id !== null))];
  const rows = await tx.userAccount.findMany({
    where: { id: { in: known } },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Departments that may supply an item. */
export const findSuppliers = (tx: Tx) =>
  tx.institution.findMany({
    where: { kind: 'provider' },
    orderBy: { code: 'asc' },
    select: { id: true, code: true, nameZh: true, nameEn: true },
  });

/** How many consents in force name the item, and how many facts of it are held: whom a change touches. */
export async function countTouched(tx: Tx, code: string, now: Date) {
  const [row] = await tx.$queryRaw<{ consents: number; batches: number }[]>`
    select (select count(*)::int from consent where items @> array[${code}] and revoked_at is null and valid_to > ${now}) as consents,
           (select count(*)::int from item_delivery where item = ${code}) as batches`;
  return row ?? { consents: 0, batches: 0 };
}
