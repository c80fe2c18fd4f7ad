import type { Category, Named } from '~/domain/catalogue/item.ts';
import { addMonths, startOf } from '~/domain/kernel/day.ts';
import { clock } from '~/server/clock.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';

/** For how long verdicts count for a signal's precision (H5): twelve months. */
export const precisionSince = (): Date => startOf(addMonths(clock.today(), -12));

/** How many alerts of each signal were closed since an instant, and how many of them were right (H5). */
export const findPrecisions = (tx: Tx, since: Date, code?: string) => tx.$queryRaw<
  { code: string; closed: number; right: number }[]
>`
  select signal_code as code, count(*)::int as closed,
         count(*) filter (where verdict in ('confirmed', 'explained', 'cured'))::int as right
  from alert where state = 'closed' and escalated_into is null and closed_at > ${since}
    and ${code === undefined ? Prisma.sql`true` : Prisma.sql`signal_code = ${code}`} group by 1`;

/** The same of one signal. */
export async function findPrecision(tx: Tx, code: string, since: Date) {
  const [row] = await findPrecisions(tx, since, code);
  return { closed: row?.closed ?? 0, right: row?.right ?? 0 };
}

export type ClosedAlert = {
  id: string;
  loan_id: string;
  firm: string;
  bank_zh: string;
  bank_en: string;
  severity: 'yellow' | 'orange' | 'red';
  version: number;
  raised_at: Date;
  closed_at: Date;
  verdict: string | null;
};

/** The alerts behind a signal's precision, the last closed first. */
export const findClosedAlerts = (tx: Tx, code: string, since: Date, limit: number, offset: number) =>
  tx.$queryRaw<ClosedAlert[]>`
  select a.id, a.loan_id, e.name as firm, i.name_zh as bank_zh, i.name_en as bank_en, a.severity, a.signal_version as version,
         a.raised_at, a.closed_at, a.verdict
  from alert a join enterprise e on e.id = a.enterprise_id join institution i on i.id = a.institution_id
  where a.signal_code = ${code} and a.state = 'closed' and a.escalated_into is null and a.closed_at > ${since}
  order by a.closed_at desc, a.id limit ${limit} offset ${offset}`;

/** The names of items by code and of their categories, as they were last called. */
export async function namesOfItems(tx: Tx, codes: readonly string[]) {
  const rows = await tx.$queryRaw<(Named & { readonly code: string; readonly categories: Category[] })[]>`
    select distinct on (c.code) c.code, c.name_zh as zh, c.name_en as en, coalesce(c.meaning -> 'categories', '[]') as categories
    from catalogue_item c
    where c.code in (${Prisma.join([...new Set(codes), ''])}) order by c.code, c.version desc`;
  return Object.fromEntries(rows.map(({ code, ...named }) => [code, named]));
}

/** The categories that some items have, by the catalogue as it last was. */
export async function findCategories(tx: Tx, items: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ code: string }[]>`
    select distinct category ->> 'code' as code
    from (select distinct on (c.code) c.meaning from catalogue_item c
          where c.code in (${Prisma.join([...items, ''])}) order by c.code, c.version desc) latest,
         jsonb_array_elements(coalesce(latest.meaning -> 'categories', '[]')) category
    order by 1`;
  return rows.map(({ code }) => code);
}
