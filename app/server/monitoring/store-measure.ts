import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, fen } from '~/domain/kernel/money.ts';
import type { CaseMeasureKind } from '~/domain/monitoring/measure.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';

export type MeasureRow = {
  readonly id: string;
  readonly kind: CaseMeasureKind;
  readonly reason: string;
  readonly proportionality: string;
  readonly onDay: Day;
  readonly amountFen: Fen | null;
  readonly emergency: string | null;
  readonly userId: string;
  readonly userName: string;
  readonly at: Date;
  readonly confirmedBy: string | null;
  readonly confirmedName: string | null;
  readonly confirmedAt: Date | null;
  readonly droppedAt: Date | null;
  readonly droppedName: string | null;
  readonly dropReason: string | null;
};

type NewMeasure = Omit<MeasureRow, 'droppedAt' | 'droppedName' | 'dropReason'> & {
  readonly enterpriseId: string;
  readonly alertId: string;
  readonly institutionId: string;
  readonly loanId: string;
};

export const addMeasure = (tx: Tx, measure: NewMeasure) =>
  tx.alertMeasure.createMany({ data: [{ ...measure, onDay: dateOfDay(measure.onDay) }] });

/** The measures in a case that the reader may see, in the order they were taken. */
export async function findMeasures(tx: Tx, enterpriseId: string, alertId: string): Promise<MeasureRow[]> {
  const rows = await tx.alertMeasure.findMany({
    where: { enterpriseId, alertId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    ...row,
    kind: row.kind as CaseMeasureKind,
    onDay: dayOfDate(row.onDay),
    amountFen: row.amountFen === null ? null : fen(row.amountFen),
  }));
}

/** Kinds that a bank let take effect on a loan, whoever answered for it then: a merger of the borrower forgets none. */
export async function findTakenKinds(
  tx: Tx,
  institutionId: string,
  loanId: string,
): Promise<CaseMeasureKind[]> {
  const rows = await tx.alertMeasure.findMany({
    where: { institutionId, loanId, confirmedAt: { not: null } },
    select: { kind: true },
    distinct: ['kind'],
  });
  return rows.map(({ kind }) => kind as CaseMeasureKind);
}

/** What is still out on a loan; null where it is none of the reader's. */
export async function findBalance(tx: Tx, borrowerId: string, loanId: string): Promise<Fen | null> {
  const [row] = await tx.$queryRaw<{ fen: bigint }[]>`
    select balance_fen as fen from loan_balance where enterprise_id = ${borrowerId}::uuid and loan_id = ${loanId}::uuid`;
  return row ? fen(row.fen) : null;
}

type Second = { readonly by: string; readonly name: string; readonly at: Date };

/** Lets a measure that waits take effect; false where somebody was faster. */
export async function setConfirmed(
  tx: Tx,
  { enterpriseId, id }: { readonly enterpriseId: string; readonly id: string },
  { by, name, at }: Second,
): Promise<boolean> {
  const { count } = await tx.alertMeasure.updateMany({
    where: { enterpriseId, id, confirmedAt: null, droppedAt: null },
    data: { confirmedBy: by, confirmedName: name, confirmedAt: at },
  });
  return count === 1;
}

type Drop = {
  readonly by: string | null;
  readonly name: string | null;
  readonly at: Date;
  readonly reason: string;
};

/** Drops a measure that waits; false where it waits no more. */
export async function setDropped(
  tx: Tx,
  { enterpriseId, id }: { readonly enterpriseId: string; readonly id: string },
  { by, name, at, reason }: Drop,
): Promise<boolean> {
  const { count } = await tx.alertMeasure.updateMany({
    where: { enterpriseId, id, confirmedAt: null, droppedAt: null },
    data: { droppedAt: at, droppedBy: by, droppedName: name, dropReason: reason },
  });
  return count === 1;
}

/** The measures in some cases of some firms that wait for a second person. */
export const findWaiting = (tx: Tx, firms: readonly string[], alertIds: readonly string[]) =>
  tx.alertMeasure.findMany({
    where: {
      enterpriseId: { in: [...firms] },
      alertId: { in: [...alertIds] },
      confirmedAt: null,
      droppedAt: null,
    },
    orderBy: { id: 'asc' },
  });
