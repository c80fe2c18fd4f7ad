import type { Verdict } from '~/domain/monitoring/case.ts';
import type { Tx } from '~/server/db/client.ts';

export type NewVerdict = {
  readonly alertId: string;
  readonly enterpriseId: string;
  readonly institutionId: string;
  readonly verdict: Verdict;
  readonly note: string;
  readonly facts?: { readonly [name: string]: string | undefined };
  /** Why it takes the place of another; left out for the first. */
  readonly reason?: string;
  readonly userId?: string;
  readonly userName?: string;
  readonly at: Date;
};

/** Writes a verdict down beside those before it. */
export const addVerdict = (tx: Tx, { facts = {}, ...verdict }: NewVerdict) =>
  tx.alertVerdict.createMany({ data: [{ ...verdict, facts: { ...facts } }] });

/** Every verdict of a case, the first one first. */
export const findVerdicts = (tx: Tx, enterpriseId: string, alertId: string) =>
  tx.alertVerdict.findMany({ where: { enterpriseId, alertId }, orderBy: { id: 'asc' } });

/** Whether something new was raised in the same matter of a bank’s loan since a case was closed, about whoever answers for it. */
export async function hasNewsSince(
  tx: Tx,
  {
    institutionId,
    loanId,
    groupKey,
    since,
  }: { institutionId: string; loanId: string; groupKey: string; since: Date },
): Promise<boolean> {
  const later = await tx.alert.count({ where: { institutionId, loanId, groupKey, raisedAt: { gt: since } } });
  return later > 0;
}

/** Whether the firm ever answered in a case, closed or not. */
export const wasAnswered = async (tx: Tx, enterpriseId: string, alertId: string): Promise<boolean> =>
  (await tx.alertEvent.count({ where: { enterpriseId, alertId, kind: 'answered' } })) > 0;
