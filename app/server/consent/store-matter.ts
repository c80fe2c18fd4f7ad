import type { ConsentId, EnterpriseId, ProductId } from '~/domain/kernel/id.ts';
import type { SealedConsent } from '~/server/consent/store.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';

/** What an application is about, as far as a consent cares. */
export type Matter = { readonly productId: ProductId | null; readonly closedAt: Date | null };

/** No application is named, or there is none. */
export const noMatter: Matter = { productId: null, closedAt: null };

/** The product and the end of the matter an application is about, as far as a consent cares. */
export async function matterOf(tx: Tx, enterpriseId: EnterpriseId, applicationId: string): Promise<Matter> {
  const row = await tx.application.findFirst({
    where: { enterpriseId, id: applicationId },
    select: { productId: true, closedAt: true },
  });
  return { productId: (row?.productId ?? null) as ProductId | null, closedAt: row?.closedAt ?? null };
}

/** Whether the matters among some applications have all ended, and when: the purpose of a one-time consent is reached then. */
export const isReached = Prisma.sql`bool_and(closed_at is not null)`;
export const lastClosed = Prisma.sql`max(closed_at)`;

/** When the purpose of each consent was reached: all applications made under it, at whichever branch, are closed. Others are missing. */
export async function reachedAt(
  tx: Tx,
  consents: readonly SealedConsent[],
): Promise<ReadonlyMap<ConsentId, Date>> {
  const ids = consents.filter((consent) => consent.fetchType === 'one-time').map((consent) => consent.id);
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: ConsentId; at: Date }[]>`
    select id, at from consents_reached(${ids}::uuid[])`;
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** The same of several applications, by firm and id; what is not there is missing. */
export async function mattersOf(
  tx: Tx,
  enterpriseIds: readonly string[],
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, Matter>> {
  const rows = await tx.application.findMany({
    where: { enterpriseId: { in: [...enterpriseIds] }, id: { in: [...applicationIds] } },
    select: { enterpriseId: true, id: true, productId: true, closedAt: true },
  });
  return new Map(
    rows.map((row) => [
      `${row.enterpriseId} ${row.id}`,
      { productId: row.productId as ProductId, closedAt: row.closedAt },
    ]),
  );
}
