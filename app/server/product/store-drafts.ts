import type { Day } from '~/domain/kernel/day.ts';
import type { InstitutionId, ProductId } from '~/domain/kernel/id.ts';
import { type ProductBody, productBodySchema } from '~/domain/product/body.ts';
import type { ProductDraftState } from '~/domain/product/draft.ts';
import type { Reach } from '~/domain/product/reach.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';

export type ProductDraftRow = {
  readonly id: string;
  readonly institutionId: InstitutionId;
  readonly productId: ProductId;
  readonly version: number;
  readonly basedOn: number | null;
  readonly body: ProductBody;
  readonly effectiveFrom: Day;
  readonly note: string;
  readonly state: ProductDraftState;
  readonly offShelf: boolean;
  readonly reach: Reach | null;
  readonly reachRef: string | null;
  readonly draftedBy: string;
  readonly draftedAt: Date;
  readonly changedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
};

type Stored = NonNullable<Awaited<ReturnType<Tx['productDraft']['findUnique']>>>;

/** The count, where it was made for the draft as it stands. */
function currentReach({ reach, reachRef }: Stored): Reach | null {
  const counted = reach as (Reach & { readonly ref: string }) | null;
  return counted?.ref === reachRef ? counted : null;
}

/** What leaves the database is checked again: a body that is not in the closed language is a fault. */
const toDraft = (row: Stored): ProductDraftRow => ({
  ...row,
  institutionId: row.institutionId as InstitutionId,
  productId: row.productId as ProductId,
  body: productBodySchema.parse(row.body),
  effectiveFrom: dayOfDate(row.effectiveFrom),
  state: row.state as ProductDraftState,
  reach: currentReach(row),
});

export async function findProductDraft(tx: Tx, id: string): Promise<ProductDraftRow | null> {
  const row = await tx.productDraft.findUnique({ where: { id } });
  return row && toDraft(row);
}

/** The draft, held against changes until the transaction ends. */
export async function lockProductDraft(tx: Tx, id: string): Promise<ProductDraftRow | null> {
  await tx.$queryRaw`select id from product_draft where id = ${id}::uuid for update`;
  return findProductDraft(tx, id);
}

const openStates = ['draft', 'submitted', 'approved'];

/** What a bank has in the making, the newest first. */
export async function findOpenProductDrafts(
  tx: Tx,
  institutionId: InstitutionId,
): Promise<ProductDraftRow[]> {
  const rows = await tx.productDraft.findMany({
    where: { institutionId, state: { in: openStates } },
    orderBy: [{ draftedAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(toDraft);
}

/** Versions of a product that were in force, the newest first. */
export async function findProductVersions(tx: Tx, productId: ProductId): Promise<ProductDraftRow[]> {
  const rows = await tx.productDraft.findMany({
    where: { productId, state: 'in-force' },
    orderBy: { version: 'desc' },
  });
  return rows.map(toDraft);
}

/** Approved versions whose day has come, the oldest first. */
export async function findDueProductDrafts(tx: Tx, today: Day): Promise<string[]> {
  const rows = await tx.productDraft.findMany({
    where: { state: 'approved', effectiveFrom: { lte: dateOfDay(today) } },
    orderBy: [{ effectiveFrom: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

type NewDraft = Pick<
  ProductDraftRow,
  | 'id'
  | 'institutionId'
  | 'productId'
  | 'version'
  | 'basedOn'
  | 'body'
  | 'effectiveFrom'
  | 'note'
  | 'offShelf'
  | 'draftedBy'
  | 'reachRef'
>;

/** Adds a draft; false where the product has an open one already. */
export async function addProductDraft(tx: Tx, draft: NewDraft, at: Date): Promise<boolean> {
  const { body, effectiveFrom, ...rest } = draft;
  const columns = { body: body as unknown as Prisma.InputJsonValue, effectiveFrom: dateOfDay(effectiveFrom) };
  const { count } = await tx.productDraft.createMany({
    data: [{ ...rest, ...columns, draftedAt: at, changedAt: at }],
    skipDuplicates: true,
  });
  return count === 1;
}

type Content = {
  readonly body: ProductBody;
  readonly effectiveFrom?: Day;
  readonly note?: string;
  readonly reachRef: string;
};

/** Writes what a draft says; the count of its reach has to be made anew. */
export const storeProductDraft = (tx: Tx, id: string, content: Content, at: Date) =>
  tx.productDraft.update({
    where: { id },
    data: {
      body: content.body as unknown as Prisma.InputJsonValue,
      ...(content.effectiveFrom && { effectiveFrom: dateOfDay(content.effectiveFrom) }),
      ...(content.note !== undefined && { note: content.note }),
      reachRef: content.reachRef,
      changedAt: at,
    },
  });

type Decision = {
  readonly state: ProductDraftState;
  readonly by?: string;
  readonly at: Date;
  readonly note?: string | null;
};

/** Moves a draft to another state, with who decided where somebody did. */
export const moveProductDraft = (tx: Tx, id: string, { state, by, at, note }: Decision) =>
  tx.productDraft.update({
    where: { id },
    data: {
      state,
      changedAt: at,
      ...(by && { decidedBy: by, decidedAt: at }),
      ...(note !== undefined && { decisionNote: note }),
    },
  });

/** Keeps a count, unless the draft changed since it was asked for; whether it was kept. */
export async function storeReach(tx: Tx, id: string, ref: string, reach: Reach): Promise<boolean> {
  const { count } = await tx.productDraft.updateMany({
    where: { id, reachRef: ref },
    data: { reach: { ...reach, ref } as unknown as Prisma.InputJsonValue },
  });
  return count === 1;
}

/** Names of who wrote and who decided a draft, by id. */
export async function namesOfMakers(
  tx: Tx,
  { draftedBy, decidedBy }: ProductDraftRow,
): Promise<Map<string, string>> {
  const rows = await tx.userAccount.findMany({
    where: { id: { in: [draftedBy, ...(decidedBy ? [decidedBy] : [])] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}
