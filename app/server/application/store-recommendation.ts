import { z } from 'zod';
import type { Recommendation, RecommendationState } from '~/domain/application/recommendation.ts';
import { type Standard, standardNames } from '~/domain/application/standards.ts';
import type { EnterpriseId, InstitutionId, NeedId } from '~/domain/kernel/id.ts';
import { type PostedProfile, profileSchema } from '~/server/application/posted-profile.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';

const verdict = z.enum(['met', 'failed', 'unknown']);
const standardsSchema = z.array(
  z.object({
    standard: z.enum(standardNames),
    verdict,
    checks: z.array(z.object({ check: z.string(), verdict })),
  }),
);
const toldSchema = z.object({
  profile: profileSchema,
  standing: z.record(z.string(), z.enum(['pass', 'unknown'])),
});

/** What the firm agreed that banks read. */
export type Told = {
  readonly profile: PostedProfile;
  readonly standing: { readonly [productId: string]: 'pass' | 'unknown' };
};

export type RecommendationRow = Recommendation & {
  readonly id: string;
  readonly enterpriseId: EnterpriseId;
  readonly nominator: string;
  readonly reason: string;
  readonly nominatedAt: Date;
  readonly standards: readonly Standard[];
  readonly needId: NeedId | null;
  readonly told: Told | null;
  readonly statement: Prisma.JsonValue;
  readonly signature: string | null;
  readonly vouched: readonly string[];
  readonly reviewNote: string | null;
  readonly postingId: string | null;
};

type Stored = NonNullable<Awaited<ReturnType<Tx['recommendation']['findFirst']>>>;

const toRow = (row: Stored): RecommendationRow => ({
  id: row.id,
  enterpriseId: row.enterpriseId as EnterpriseId,
  state: row.state as RecommendationState,
  nominatedBy: row.nominatedBy,
  nominator: row.nominator,
  reason: row.reason,
  nominatedAt: row.nominatedAt,
  standards: standardsSchema.parse(row.standards) as Standard[],
  needId: row.needId as NeedId | null,
  told: row.told === null ? null : toldSchema.parse(row.told),
  statement: row.statement,
  signature: row.signature,
  agreedBy: row.agreedBy,
  vouched: row.vouched,
  reviewNote: row.reviewNote,
  postingId: row.postingId,
});

export type NewNomination = {
  readonly enterpriseId: EnterpriseId;
  readonly id: string;
  readonly institutionId: InstitutionId | null;
  readonly nominatedBy: string;
  readonly nominator: string;
  readonly reason: string;
  readonly nominatedAt: Date;
  readonly standards: readonly Standard[];
};

/** Puts a firm forward; false where it is under way already. */
export async function addNomination(tx: Tx, { standards, ...rest }: NewNomination): Promise<boolean> {
  const data = { ...rest, standards: standards as unknown as Prisma.InputJsonValue };
  const { count } = await tx.recommendation.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}

/** The latest nomination of a firm, held against changes; null where nobody put it forward. */
export async function lockLatest(tx: Tx, enterpriseId: EnterpriseId): Promise<RecommendationRow | null> {
  await tx.$queryRaw`select id from recommendation where enterprise_id = ${enterpriseId}::uuid for update`;
  return latestNomination(tx, enterpriseId);
}

export async function latestNomination(
  tx: Tx,
  enterpriseId: EnterpriseId,
): Promise<RecommendationRow | null> {
  const row = await tx.recommendation.findFirst({
    where: { enterpriseId },
    orderBy: [{ nominatedAt: 'desc' }, { id: 'asc' }],
  });
  return row && toRow(row);
}

/** A nomination by its address, held against changes. */
export async function lockNomination(tx: Tx, id: string): Promise<RecommendationRow | null> {
  await tx.$queryRaw`select id from recommendation where id = ${id}::uuid for update`;
  const row = await tx.recommendation.findFirst({ where: { id } });
  return row && toRow(row);
}

type Agreed = {
  readonly needId: NeedId;
  readonly told: Told;
  readonly standards: readonly Standard[];
  readonly statement: object;
  readonly signature: string;
  readonly agreedBy: string;
  readonly agreedAt: Date;
};

/** Keeps the firm's word and what it agreed to. */
export const storeAgreement = (
  tx: Tx,
  { enterpriseId, id }: Pick<RecommendationRow, 'enterpriseId' | 'id'>,
  { told, standards, statement, ...rest }: Agreed,
) =>
  tx.recommendation.update({
    where: { enterpriseId_id: { enterpriseId, id } },
    data: {
      ...rest,
      state: 'agreed',
      told: told as unknown as Prisma.InputJsonValue,
      standards: standards as unknown as Prisma.InputJsonValue,
      statement: statement as Prisma.InputJsonValue,
    },
  });

export const storeDeclined = (tx: Tx, { enterpriseId, id }: RecommendationRow) =>
  tx.recommendation.update({
    where: { enterpriseId_id: { enterpriseId, id } },
    data: { state: 'declined' },
  });

type Reviewed = {
  readonly state: 'listed' | 'refused';
  readonly vouched: readonly string[];
  readonly reviewNote: string;
  readonly reviewedBy: string;
  readonly reviewedAt: Date;
  readonly postingId: string | null;
};

export const storeReview = (
  tx: Tx,
  { enterpriseId, id }: RecommendationRow,
  { vouched, ...rest }: Reviewed,
) =>
  tx.recommendation.update({
    where: { enterpriseId_id: { enterpriseId, id } },
    data: { ...rest, vouched: [...vouched] },
  });
