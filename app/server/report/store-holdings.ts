import type { Named } from '~/domain/catalogue/item.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import { isRetained } from '~/server/record/store-retained.ts';

export type HoldingRow = {
  readonly item: string;
  readonly records: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly known: string;
  readonly zh: string | null;
  readonly en: string | null;
};

/** What a report may count: catalogue items, and the span of records that a consent opens for those that need one. */
export type Opened = {
  readonly open: readonly string[];
  readonly consented: readonly string[];
  readonly dataFrom: string | null;
  readonly dataTo: string | null;
};

/**
 * Records in force of one firm by item, with the provider of the latest; what was sealed or revoked is not among them, nor
 * what is suspended while the firm objects to it or may be shown no longer.
 */
export const holdingsOf = (tx: Tx, firm: EnterpriseId, { open, consented, dataFrom, dataTo }: Opened) =>
  tx.$queryRaw<HoldingRow[]>`
    select f.item, count(*)::int as records, min(f.occurred_on)::text as first, max(f.occurred_on)::text as last,
           max((f.known_at at time zone 'Asia/Shanghai')::date)::text as known,
           (array_agg(p.name_zh order by f.known_at desc))[1] as zh, (array_agg(p.name_en order by f.known_at desc))[1] as en
    from disclosed_fact f left join institution p on p.id = f.provider_id
    where f.enterprise_id = ${firm}::uuid and ${isRetained()}
      and (f.item = any(${[...open]}::text[])
           or (f.item = any(${[...consented]}::text[])
               and (${dataFrom}::date is null or coalesce(f.occurred_on, f.known_at::date) >= ${dataFrom}::date)
               and (${dataTo}::date is null or coalesce(f.occurred_on, f.known_at::date) <= ${dataTo}::date)))
    group by f.item order by f.item`;

/** The name of the provider of a holding, empty where the platform entered it itself. */
export const providerOf = ({ zh, en }: HoldingRow): Named => ({ zh: zh ?? '', en: en ?? zh ?? '' });

/** How many lines a firm's audit chain has about reads by others. */
export async function countReaders(tx: Tx, firm: EnterpriseId): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from audit_entry
    where stream = ${`firm:${firm}`} and role not in ('owner', 'clerk')`;
  return row?.n ?? 0;
}
