import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

export type NewReportBatch = {
  readonly id: string;
  readonly regionCode: string | null;
  readonly section: string | null;
  readonly locale: string;
  readonly origin: string;
  readonly orderedBy: string;
  readonly orderedAt: Date;
};

export const addBatch = (tx: Tx, batch: NewReportBatch) => tx.reportBatch.createMany({ data: [batch] });

export const findBatch = (tx: Tx, id: string) => tx.reportBatch.findUnique({ where: { id } });
export type BatchRow = NonNullable<Awaited<ReturnType<typeof findBatch>>>;

export const findBatches = (tx: Tx, limit: number) =>
  tx.reportBatch.findMany({ orderBy: [{ orderedAt: 'desc' }, { id: 'asc' }], take: limit });

export const findParts = (tx: Tx, batchId: string) =>
  tx.reportBatchPart.findMany({ where: { batchId }, orderBy: { part: 'asc' } });

export const beginBatch = (tx: Tx, id: string, total: number) =>
  tx.reportBatch.update({ where: { id }, data: { state: 'running', firmsTotal: total } });

export const tellDone = (tx: Tx, id: string, done: number) =>
  tx.reportBatch.update({ where: { id }, data: { firmsDone: done } });

export const endBatch = (tx: Tx, id: string, at: Date) =>
  tx.reportBatch.update({ where: { id }, data: { state: 'done', finishedAt: at } });

export type NewPart = {
  readonly batchId: string;
  readonly part: number;
  readonly firms: number;
  readonly lastFirm: string;
  readonly bytes: number;
  readonly fileHash: string;
};

export const addPart = (tx: Tx, part: NewPart) => tx.reportBatchPart.createMany({ data: [part] });

/** Which firms a batch is about: under a division (its code's beginning) and in a section of industries; null is all. */
export type BatchFirms = { readonly region: string | null; readonly section: string | null };

/** The code of a division without the zeros that stand for "all of it": 640000 is 64, 640100 is 6401. */
export const regionStem = (code: string): string => code.replace(/(00)+$/, '');

export async function countBatchFirms(tx: Tx, { region, section }: BatchFirms): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from enterprise e
    where e.status not in ('cancelled', 'moved-out') and e.uscc is not null
      and (${region}::text is null or e.region_code like ${region}::text || '%')
      and (${section}::text is null or exists (
        select 1 from industry i where i.code = e.industry_code and i.version = e.industry_version and i.section = ${section}))`;
  return row?.n ?? 0;
}

export type BatchFirm = { readonly id: EnterpriseId; readonly uscc: string };

/** The next firms of a batch in the order of their ids. */
export const batchFirmsAfter = (
  tx: Tx,
  { region, section }: BatchFirms,
  after: string | null,
  limit: number,
): Promise<BatchFirm[]> =>
  tx.$queryRaw<BatchFirm[]>`
    select e.id, e.uscc from enterprise e
    where e.status not in ('cancelled', 'moved-out') and e.uscc is not null
      and (${after}::uuid is null or e.id > ${after}::uuid)
      and (${region}::text is null or e.region_code like ${region}::text || '%')
      and (${section}::text is null or exists (
        select 1 from industry i where i.code = e.industry_code and i.version = e.industry_version and i.section = ${section}))
    order by e.id limit ${limit}`;
