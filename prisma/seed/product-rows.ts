import { seedId } from '#prisma/seed/seed-id.ts';
import { dayAt } from '~/domain/kernel/day.ts';
import type { InstitutionId, ProductId } from '~/domain/kernel/id.ts';
import type { Rule } from '~/domain/product/predicate.ts';
import { type RateRule, rateRange } from '~/domain/product/rate-rule.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { indexProducts } from '~/server/product/index-products.ts';
import { readLpr } from '~/server/product/store-lpr.ts';

/** The product of a code, the same id at every seeding. */
export const productId = (code: string): ProductId => seedId('product', code);

export type ProductDraft = {
  readonly institutionId: InstitutionId;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly segment: string;
  readonly zones: string[];
  readonly minFen: bigint | null;
  readonly maxFen: bigint | null;
  readonly minTermMonths: number | null;
  readonly maxTermMonths: number | null;
  readonly rateRule: RateRule;
  readonly feePpm: number;
  readonly guaranteeFeePpm: number;
  readonly methods: string[];
  readonly collateral: string[];
  readonly purposes: string[];
  readonly eligibility: Rule;
  readonly eligibilityText: string | null;
  readonly sourceNote: string | null;
  readonly sourceGrade: string | null;
  readonly example: boolean;
};

/** Puts products on the shelf and makes them findable; one that is there already stays as it is. */
export async function seedDrafts(
  tx: Tx,
  drafts: readonly ProductDraft[],
  at: Date,
  publishedAt = at,
): Promise<void> {
  const lpr = await readLpr(tx, dayAt(at));
  const data = drafts.map((draft) => {
    const { lowest, highest } = rateRange(draft.rateRule, lpr);
    return {
      ...draft,
      id: productId(draft.code),
      eligibility: draft.eligibility as unknown as Prisma.InputJsonValue,
      rateMinPpm: lowest,
      rateMaxPpm: highest,
      state: 'published',
      publishedAt,
    };
  });
  await tx.product.createMany({ data, skipDuplicates: true });
  await indexProducts(
    tx,
    data.map((row) => row.id),
  );
}
