import type { Day } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';

export type KeptClass = {
  readonly loanId: string;
  readonly asOf: Day;
  readonly tier: string;
  readonly dpd: number;
  readonly because: readonly string[];
};

/** What is on record of each loan's class, by day: of rows for one day the one recorded last is what is known. */
export async function findKeptClasses(tx: Tx, loanIds: readonly string[]): Promise<KeptClass[]> {
  const rows = await tx.$queryRaw<
    { loan_id: string; as_of: Date; tier: string; dpd: number; because: string[] }[]
  >`
    select distinct on (loan_id, as_of) loan_id, as_of, tier, dpd, because from loan_class
    where loan_id = any(${[...loanIds]}::uuid[]) order by loan_id, as_of, recorded_at desc`;
  return rows.map((r) => ({
    loanId: r.loan_id,
    asOf: dayOfDate(r.as_of),
    tier: r.tier,
    dpd: r.dpd,
    because: r.because,
  }));
}

export const addClasses = (tx: Tx, data: Prisma.LoanClassCreateManyInput[]) =>
  tx.loanClass.createMany({ data });

type Exposure = {
  readonly enterpriseId: string;
  readonly institutionId: string;
  readonly on: Day;
  readonly overdueDays: number;
  readonly sharePpm: number;
  readonly ownOverdue: Fen;
  readonly ownTotal: Fen;
};

/** Whether long overdue debts exceed the share over all banks; the database answers yes or no, never with figures. */
export async function isOverdueElsewhere(tx: Tx, e: Exposure): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ exceeded: boolean | null }[]>`
    select overdue_elsewhere(${e.enterpriseId}::uuid, ${e.institutionId}::uuid, ${dateOfDay(e.on)}::date, ${e.overdueDays}::int,
                             ${e.sharePpm}::int, ${e.ownOverdue}::bigint, ${e.ownTotal}::bigint) as exceeded`;
  return row?.exceeded ?? false;
}
