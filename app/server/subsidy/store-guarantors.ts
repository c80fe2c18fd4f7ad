import type { GuaranteedVolume } from '~/domain/guarantee/guarantor-subsidy.ts';
import { grouped } from '~/domain/kernel/group.ts';
import { fen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { type Quarter, quarterEnd, quarterStart } from '~/domain/subsidy/quarter.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

/** Guarantees that were taken on in a quarter, by guarantor: insurance is not paid for by volume. */
export async function findVolumes(tx: Tx, quarter: Quarter): Promise<Map<string, GuaranteedVolume[]>> {
  const rows = await tx.guaranteeContract.findMany({
    where: {
      kind: 'guarantee',
      state: { in: ['in-force', 'released'] },
      agreedOn: { gte: dateOfDay(quarterStart(quarter)), lt: dateOfDay(quarterEnd(quarter)) },
    },
    orderBy: { id: 'asc' },
  });
  return new Map(
    [...grouped(rows, (row) => row.guarantorId)].map(([id, group]) => [
      id,
      group.map((row) => ({
        liability: fen(row.liabilityFen),
        fee: ppm(row.feePpm ?? 0),
        isSmeAgri: row.isSmeAgri,
      })),
    ]),
  );
}

/** What guarantors were paid for a quarter by runs before this one. */
export const findGuarantorsPaid = (tx: Tx, quarter: Quarter) =>
  tx.$queryRaw<{ guarantor_id: string; fen: bigint }[]>`
    select g.guarantor_id, sum(g.amount_fen)::bigint as fen from guarantor_subsidy g join subsidy_run r on r.id = g.run_id
    where g.quarter = ${quarter} and r.state in ('approved', 'paid') group by 1`;

export const addGuarantorRows = (tx: Tx, data: Prisma.GuarantorSubsidyCreateManyInput[]) =>
  tx.guarantorSubsidy.createMany({ data, skipDuplicates: true });

/** Guarantors that a run pays and the ledger has not paid yet. */
export const findGuarantorsUnpaid = (tx: Tx, runId: string) =>
  tx.$queryRaw<{ id: string; guarantor_id: string; amount_fen: bigint; zh: string; en: string }[]>`
    select g.id, g.guarantor_id, g.amount_fen, i.name_zh as zh, i.name_en as en
    from guarantor_subsidy g join institution i on i.id = g.guarantor_id
    where g.run_id = ${runId}::uuid and g.amount_fen > 0
      and not exists (select 1 from ledger_transaction t where t.key = 'guarantor-subsidy-' || g.id)
    order by g.id`;

export const findGuarantorRows = (tx: Tx, runId: string) =>
  tx.$queryRaw<GuarantorRow[]>`
    select g.id, g.guarantor_id, g.quarter, g.volume_fen, g.for_volume_fen, g.for_fees_fen, g.amount_fen, i.name_zh as zh, i.name_en as en
    from guarantor_subsidy g join institution i on i.id = g.guarantor_id where g.run_id = ${runId}::uuid order by i.code`;

export type GuarantorRow = {
  id: string;
  guarantor_id: string;
  quarter: string;
  volume_fen: bigint;
  for_volume_fen: bigint;
  for_fees_fen: bigint;
  amount_fen: bigint;
  zh: string;
  en: string;
};
