import type { Day } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import type { Tx } from '~/server/db/client.ts';
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

/** The class of a loan as it is known now; null before the first. */
export const findLatestClass = (tx: Tx, loanId: string) =>
  tx.loanClass.findFirst({ where: { loanId }, orderBy: [{ asOf: 'desc' }, { recordedAt: 'desc' }] });

export type NewClass = {
  readonly enterpriseId: string;
  readonly institutionId: string;
  readonly loanId: string;
  readonly asOf: Day;
  readonly tier: string;
  readonly dpd: number;
  readonly because: readonly string[];
};

/** Keeps classes as recorded at an instant; what is kept of one day already came before, if by no more than a microsecond. */
export const addClasses = (tx: Tx, rows: readonly NewClass[], at: Date) => tx.$executeRaw`
  insert into loan_class (enterprise_id, loan_id, as_of, institution_id, tier, dpd, because, recorded_at)
  select r."enterpriseId", r."loanId", r."asOf", r."institutionId", r.tier, r.dpd,
         array(select jsonb_array_elements_text(r.because)),
         greatest(${at}::timestamptz, (select max(c.recorded_at) + interval '1 microsecond' from loan_class c
           where c.enterprise_id = r."enterpriseId" and c.loan_id = r."loanId" and c.as_of = r."asOf"))
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r
    ("enterpriseId" uuid, "loanId" uuid, "asOf" date, "institutionId" uuid, tier text, dpd int, because jsonb)`;

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
