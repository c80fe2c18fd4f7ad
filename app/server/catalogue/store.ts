import type { Catalogue, Item } from '~/domain/catalogue/item.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { itemWords, meaningSchema } from '~/server/catalogue/item-data.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';

type Row = {
  code: string;
  version: number;
  provider_id: string;
  provider_code: string;
  provider_zh: string;
  provider_en: string;
  class_code: string;
  name_zh: string;
  name_en: string;
  fresh_days: number;
  retention_years: number | null;
  meaning: unknown;
  inForce?: boolean;
};

export type ItemRow = Row;

/** Of a row `c` of catalogue_item: it is the version in force on a day, as `readCatalogue` chooses it. */
export const isInForce = (day: Day): Prisma.Sql => Prisma.sql`(
  c.valid_from <= ${day}::date and (c.valid_to is null or c.valid_to > ${day}::date)
  and not exists (select 1 from catalogue_item later
                  where later.code = c.code and later.version > c.version and later.valid_from <= ${day}::date))`;

/** The catalogue in force on a day: of each item the latest version that has begun, unless that one has ended. */
export async function readCatalogue(tx: Tx, day: Day): Promise<Catalogue> {
  const rows = await tx.$queryRaw<Row[]>`
    select distinct on (c.code) c.code, c.version, c.provider_id, i.code as provider_code,
           i.name_zh as provider_zh, i.name_en as provider_en, c.class_code, c.name_zh, c.name_en,
           c.subject, c.mode, c.sensitivity, c.ceiling, c.level, c.period, c.fresh_days, c.polarity, c.meaning,
           c.retention_years, c.retention_start as "retentionStart",
           c.valid_to is null or c.valid_to > ${day}::date as "inForce"
    from catalogue_item c
    join institution i on i.id = c.provider_id
    where c.valid_from <= ${day}::date
    order by c.code, c.version desc`;
  return new Map(rows.filter(({ inForce }) => inForce).map((row) => [row.code, itemOf(row)]));
}

/** The bands in which an item answers on a day; null where it has none. */
export async function readBandsOf(tx: Tx, code: string, day: Day): Promise<Item['bands']> {
  const rows = await tx.$queryRaw<{ bands: unknown; inForce: boolean }[]>`
    select meaning -> 'bands' as bands, valid_to is null or valid_to > ${day}::date as "inForce"
    from catalogue_item where code = ${code} and valid_from <= ${day}::date order by version desc limit 1`;
  return rows[0]?.inForce ? meaningSchema.shape.bands.parse(rows[0].bands ?? null) : null;
}

/** A row of the catalogue, joined with its provider, as an item. */
export function itemOf(row: Row): Item {
  return {
    code: row.code,
    version: row.version,
    providerId: row.provider_id as InstitutionId,
    providerCode: row.provider_code,
    providerName: { zh: row.provider_zh, en: row.provider_en },
    classCode: row.class_code,
    name: { zh: row.name_zh, en: row.name_en },
    freshDays: row.fresh_days,
    retentionYears: row.retention_years,
    ...itemWords.parse(row),
    ...meaningSchema.parse(row.meaning),
  };
}

/** The business day of the last delivery of each item; items never supplied are missing. */
export async function readLastDeliveries(tx: Tx): Promise<ReadonlyMap<string, Day>> {
  const rows = await tx.$queryRaw<{ item: string; at: Date }[]>`
    select item, max(received_at) as at from item_delivery group by item`;
  return new Map(rows.map((row) => [row.item, dayAt(row.at)]));
}
