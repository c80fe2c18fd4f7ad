import type { Day } from '~/domain/kernel/day.ts';
import type { InstitutionId, ProductId } from '~/domain/kernel/id.ts';
import { type Fen, fen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import type { ProductBody } from '~/domain/product/body.ts';
import { eligibilitySchema } from '~/domain/product/clauses.ts';
import type { Product } from '~/domain/product/product.ts';
import { rateRuleSchema } from '~/domain/product/rate-rule-schema.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';
import type { Collateral, Purpose, Segment, Zone } from '~/domain/product/vocabulary.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';

type Row = NonNullable<Awaited<ReturnType<Tx['product']['findFirst']>>>;
export type ProductState = 'draft' | 'published' | 'withdrawn';

/** A product with the names of its bank and where it stands on the shelf. */
export type ShelvedProduct = Product & {
  readonly bankZh: string;
  readonly bankEn: string;
  readonly version: number;
  readonly state: ProductState;
  /** What the bank lends in all; null where it states none. */
  readonly quotaFen: Fen | null;
  /** The last day on the shelf. */
  readonly validTo: Day | null;
};

const orNull = <A, B>(value: A | null, make: (value: A) => B): B | null =>
  value === null ? null : make(value);

/** Trees and rate rules are checked as they leave the database: what is not in the closed language is a fault. */
function toProduct(row: Row): Omit<ShelvedProduct, 'bankZh' | 'bankEn'> {
  return {
    id: row.id as ProductId,
    institutionId: row.institutionId as InstitutionId,
    code: row.code,
    version: row.version,
    state: row.state as ProductState,
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    segment: row.segment as Segment,
    zones: row.zones as Zone[],
    minFen: orNull(row.minFen, fen),
    maxFen: orNull(row.maxFen, fen),
    minTermMonths: row.minTermMonths,
    maxTermMonths: row.maxTermMonths,
    rateRule: rateRuleSchema.parse(row.rateRule),
    feePpm: ppm(row.feePpm),
    guaranteeFeePpm: ppm(row.guaranteeFeePpm),
    methods: row.methods as RepaymentMethod[],
    collateral: row.collateral as Collateral[],
    purposes: row.purposes as Purpose[],
    quotaFen: orNull(row.quotaFen, fen),
    validTo: orNull(row.validTo, dayOfDate),
    eligibility: eligibilitySchema.parse(row.eligibility),
    eligibilityText: row.eligibilityText,
    sourceNote: row.sourceNote,
    sourceGrade: row.sourceGrade,
    example: row.example,
  };
}

async function withBanks(tx: Tx, rows: readonly Row[]): Promise<ShelvedProduct[]> {
  const ids = [...new Set(rows.map((row) => row.institutionId))];
  const banks = await tx.institution.findMany({
    where: { id: { in: ids } },
    select: { id: true, nameZh: true, nameEn: true },
  });
  const names = new Map(banks.map((bank) => [bank.id, bank]));
  return rows.map((row) => {
    const bank = names.get(row.institutionId);
    if (!bank) throw new Error(`product ${row.code} has no institution`);
    return { ...toProduct(row), bankZh: bank.nameZh, bankEn: bank.nameEn };
  });
}

/** The whole shelf, by code. */
export async function publishedProducts(tx: Tx): Promise<ShelvedProduct[]> {
  return withBanks(
    tx,
    await tx.product.findMany({ where: { state: 'published' }, orderBy: { code: 'asc' } }),
  );
}

export async function findPublished(tx: Tx, id: ProductId): Promise<ShelvedProduct | null> {
  const row = await tx.product.findFirst({ where: { id, state: 'published' } });
  return row ? ((await withBanks(tx, [row]))[0] ?? null) : null;
}

/** Products by id, whatever their state: what a search document is made from. */
export async function productsByIds(tx: Tx, ids: readonly ProductId[]): Promise<ShelvedProduct[]> {
  return withBanks(
    tx,
    await tx.product.findMany({ where: { id: { in: [...ids] } }, orderBy: { code: 'asc' } }),
  );
}

/** A bank's own products, whatever their state. */
export async function productsOfBank(tx: Tx, institutionId: InstitutionId): Promise<ShelvedProduct[]> {
  return withBanks(tx, await tx.product.findMany({ where: { institutionId }, orderBy: { code: 'asc' } }));
}

type Version = {
  readonly id: ProductId;
  readonly institutionId: InstitutionId;
  readonly version: number;
  readonly body: ProductBody;
  readonly state: ProductState;
  readonly rates: { readonly lowest: number | null; readonly highest: number | null };
};

const bigOrNull = (digits: string | null): bigint | null => (digits === null ? null : BigInt(digits));

/** Puts a version on the shelf, in the place of the one before; a new product gets its code from its id. */
export async function shelveVersion(tx: Tx, version: Version, at: Date): Promise<void> {
  const { id, institutionId, body, state, rates } = version;
  const { rateRule, eligibility, ...plain } = body;
  const columns = {
    ...plain,
    zones: [...body.zones],
    methods: [...body.methods],
    collateral: [...body.collateral],
    purposes: [...body.purposes],
    minFen: bigOrNull(body.minFen),
    maxFen: bigOrNull(body.maxFen),
    quotaFen: bigOrNull(body.quotaFen),
    validTo: body.validTo === null ? null : dateOfDay(body.validTo),
    rateRule: rateRule as Prisma.InputJsonValue,
    eligibility: eligibility as unknown as Prisma.InputJsonValue,
    rateMinPpm: rates.lowest,
    rateMaxPpm: rates.highest,
    version: version.version,
    state,
  };
  const first = { id, institutionId, code: `p-${id.slice(0, 13)}`, publishedAt: at };
  await tx.product.upsert({ where: { id }, create: { ...first, ...columns }, update: columns });
}

/** Products on the shelf whose last day is past. */
export async function endedProducts(
  tx: Tx,
  today: Day,
): Promise<{ readonly id: ProductId; readonly version: number }[]> {
  const rows = await tx.product.findMany({
    where: { state: 'published', validTo: { lt: dateOfDay(today) } },
    select: { id: true, version: true },
  });
  return rows.map(({ id, version }) => ({ id: id as ProductId, version }));
}

export const withdrawProducts = (tx: Tx, ids: readonly ProductId[]) =>
  tx.product.updateMany({ where: { id: { in: [...ids] } }, data: { state: 'withdrawn' } });
