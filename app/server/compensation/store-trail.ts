import type { Tx } from '~/server/db/client.ts';

/** What the bank did for a loan from application to arrears, as the platform recorded it. */
export async function findTrail(tx: Tx, loanId: string) {
  const loan = await tx.loan.findFirstOrThrow({ where: { id: loanId } });
  const { applicationId } = loan;
  const classOrder = [{ asOf: 'asc' }, { recordedAt: 'asc' }] as const;
  const overdueWhere = { loanId, dpd: { gt: 0 } };
  return {
    loan,
    steps: await tx.applicationEvent.findMany({
      where: { applicationId },
      orderBy: { id: 'asc' },
      select: { toState: true, at: true },
    }),
    /** The first day on which the loan was past due, and its class then. */
    overdue: await tx.loanClass.findFirst({ where: overdueWhere, orderBy: [...classOrder] }),
    latest: await tx.loanClass.findFirst({
      where: { loanId },
      orderBy: [{ asOf: 'desc' }, { recordedAt: 'desc' }],
    }),
    ...(await classesOf(tx, loanId)),
    alerts: await tx.alert
      .aggregate({ where: { loanId }, _count: true, _max: { raisedAt: true } })
      .then((found) => ({ count: found._count, lastAt: found._max.raisedAt })),
    documents: await tx.attachment
      .aggregate({ where: { applicationId }, _count: true, _max: { uploadedAt: true } })
      .then((found) => ({ count: found._count, lastAt: found._max.uploadedAt })),
  };
}

async function classesOf(tx: Tx, loanId: string) {
  const found = await tx.loanClass.aggregate({ where: { loanId }, _count: true, _max: { asOf: true } });
  return { classes: found._count, lastClassOn: found._max.asOf };
}
