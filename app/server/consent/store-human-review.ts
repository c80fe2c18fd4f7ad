import type { EnterpriseId, UserId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

/** Since when a sole trader asks for people instead of automation alone; null where they do not. */
export async function humanReviewSince(tx: Tx, enterpriseId: EnterpriseId): Promise<Date | null> {
  const row = await tx.humanReview.findFirst({
    where: { enterpriseId, until: null },
    select: { since: true },
  });
  return row?.since ?? null;
}

/** Whether a firm is a natural person in business (个体工商户). */
export async function isSoleTrader(tx: Tx, enterpriseId: EnterpriseId): Promise<boolean> {
  const row = await tx.enterprise.findUnique({ where: { id: enterpriseId }, select: { kind: true } });
  return row?.kind === 'sole-trader';
}

export const beginHumanReview = (tx: Tx, enterpriseId: EnterpriseId, id: string, by: UserId, at: Date) =>
  tx.humanReview.createMany({ data: [{ enterpriseId, id, since: at, setBy: by }] });

export const endHumanReview = (tx: Tx, enterpriseId: EnterpriseId, at: Date) =>
  tx.humanReview.updateMany({ where: { enterpriseId, until: null }, data: { until: at } });
