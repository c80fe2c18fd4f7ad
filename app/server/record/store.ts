import type { RegionStanding } from '~/domain/enterprise/uscc.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

/** The provider of a code, or null. */
export async function findProvider(tx: Tx, code: string): Promise<InstitutionId | null> {
  const found = await tx.institution.findFirst({ where: { code, kind: 'provider' }, select: { id: true } });
  return (found?.id as InstitutionId | undefined) ?? null;
}

export type ReasonCount = { readonly item: string | null; readonly reason: string; readonly records: number };

/** Why records of these batches lie in quarantine, the most frequent reason first. */
export const countReasons = (tx: Tx, batchIds: readonly string[]): Promise<ReasonCount[]> =>
  tx.$queryRaw<ReasonCount[]>`
    select item, reason, count(*)::int as records from quarantine_row
    where batch_id = any(${batchIds}::uuid[]) group by item, reason order by records desc, item, reason`;

/** The codes of the industry classification in force. */
export async function readIndustryCodes(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<
    { code: string }[]
  >`select code from industry where version = 'GB/T 4754-2017'`;
  return new Set(rows.map(({ code }) => code));
}

/** How the divisions by code stand; a level `registry` marks codes in use outside GB/T 2260. */
export async function readRegionStandings(tx: Tx): Promise<ReadonlyMap<string, Standing>> {
  const rows = await tx.$queryRaw<{ code: string; level: string; current: boolean }[]>`
    select code, level, current from region`;
  return new Map(rows.map((row) => [row.code, standingOf(row)]));
}

type Standing = NonNullable<ReturnType<RegionStanding>>;

const standingOf = ({ level, current }: { level: string; current: boolean }): Standing =>
  level === 'registry' ? 'outside' : current ? 'current' : 'abolished';

/**
 * What changes whenever a row of the codes is added, changed or taken away: their number and the latest transaction
 * that wrote one. It costs a fiftieth of reading them.
 */
export async function stampOfCodes(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ stamp: string }[]>`
    select concat_ws('/', (select concat_ws(':', count(*), max(xmin::text::bigint)) from region),
                          (select concat_ws(':', count(*), max(xmin::text::bigint)) from industry)) as stamp`;
  return row?.stamp ?? '';
}
