import type { Scheme } from '~/domain/policy/scheme.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

/** Which kinds of policy data a desk handles: a draft of another desk is not there for it. */
export type Kinds = readonly string[];
export const schemeKinds: Kinds = ['compensation', 'subsidy'];

/** Published versions of some kinds, newest version first; of compensation and subsidy schemes where none is named. */
export const findSchemeVersions = (tx: Tx, code?: string, kinds = schemeKinds) =>
  tx.policyVersion.findMany({
    where: { kind: { in: [...kinds] }, ...(code && { code }) },
    orderBy: [{ code: 'asc' }, { version: 'desc' }],
  });

export const findOpenDrafts = (tx: Tx, code?: string, kinds = schemeKinds) =>
  tx.policyDraft.findMany({
    where: { state: 'draft', kind: { in: [...kinds] }, ...(code && { code }) },
    orderBy: { draftedAt: 'asc' },
  });

export const findDraft = (tx: Tx, id: string, kinds = schemeKinds) =>
  tx.policyDraft.findFirst({ where: { id, kind: { in: [...kinds] } } });
export type DraftRow = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

/** The draft, held against changes until the transaction ends. */
export async function lockDraft(tx: Tx, id: string, kinds = schemeKinds): Promise<DraftRow | null> {
  await tx.$queryRaw`select id from policy_draft where id = ${id}::uuid for update`;
  return findDraft(tx, id, kinds);
}

/** What a draft says: the scheme without its version and code, and why it is made. */
export type DraftContent = Omit<Scheme, 'code' | 'version' | 'kind' | 'body' | 'examples' | 'unverified'> & {
  readonly body: object;
  readonly examples: readonly object[];
  readonly unverified: readonly string[];
  readonly note: string;
};

const columnsOf = (content: DraftContent) => ({
  jurisdiction: content.jurisdiction,
  nameZh: content.nameZh,
  nameEn: content.nameEn,
  legalBasis: content.legalBasis,
  legalBasisEn: content.legalBasisEn,
  validFrom: dateOfDay(content.validFrom),
  validTo: content.validTo ? dateOfDay(content.validTo) : null,
  body: content.body,
  examples: content.examples as object[],
  unverified: [...content.unverified],
  note: content.note,
});

type NewDraft = {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly version: number;
  readonly basedOn: number;
  readonly draftedBy: string;
  readonly at: Date;
};

/** Adds a draft; false where the scheme has an open one already. */
export async function addDraft(tx: Tx, draft: NewDraft, content: DraftContent): Promise<boolean> {
  const { at, ...rest } = draft;
  const data = [{ ...rest, ...columnsOf(content), draftedAt: at, changedAt: at }];
  const { count } = await tx.policyDraft.createMany({ data, skipDuplicates: true });
  return count === 1;
}

export const storeDraft = (tx: Tx, id: string, content: DraftContent, at: Date) =>
  tx.policyDraft.update({ where: { id }, data: { ...columnsOf(content), changedAt: at } });

export const decideDraft = (tx: Tx, id: string, state: 'published' | 'discarded', by: string, at: Date) =>
  tx.policyDraft.update({ where: { id }, data: { state, decidedBy: by, decidedAt: at } });

/** Writes the version that a published draft says. */
export const addVersion = (tx: Tx, draft: DraftRow, publishedBy: string, at: Date) =>
  tx.policyVersion.create({
    data: {
      code: draft.code,
      version: draft.version,
      kind: draft.kind,
      jurisdiction: draft.jurisdiction,
      nameZh: draft.nameZh,
      nameEn: draft.nameEn,
      legalBasis: draft.legalBasis,
      legalBasisEn: draft.legalBasisEn,
      validFrom: draft.validFrom,
      validTo: draft.validTo,
      body: draft.body as object,
      examples: draft.examples as object[],
      unverified: draft.unverified,
      publishedAt: at,
      draftedBy: draft.draftedBy,
      publishedBy,
    },
  });

/** Names of people, by id. */
export async function namesOfPeople(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id): id is string => id !== null))];
  const rows = await tx.userAccount.findMany({
    where: { id: { in: known } },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Names of divisions, by code. */
export async function namesOfDivisions(tx: Tx, codes: readonly string[]): Promise<Record<string, string>> {
  const rows = await tx.region.findMany({ where: { code: { in: [...new Set(codes)] } } });
  return Object.fromEntries(rows.map((row) => [row.code, row.nameZh]));
}
