import { isInForce } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { Prisma } from '~/server/db/client.ts';

/** The items in force today whose records may be shown and used for so many years only. */
export const retentionLimits = (): Prisma.Sql => Prisma.sql`
  select c.code, c.retention_start, c.retention_years from catalogue_item c
  where ${isInForce(clock.today())} and c.retention_years is not null`;

/**
 * Of a row `f` of facts: the years for which its item may be shown and used have not run out today. In SQL what `retainedUntil`
 * says of one record; whoever reads records of others asks it. A statement that asks firm by firm looks the limits up once, as
 * a table of its own, and names it.
 */
export const isRetained = (
  limits: Prisma.Sql = Prisma.sql`(${retentionLimits()})`,
): Prisma.Sql => Prisma.sql`not exists (
  select 1 from ${limits} kept
  where kept.code = f.item
    and (case kept.retention_start when 'end' then f.ended_on else f.occurred_on end)
        + make_interval(years => kept.retention_years) <= ${clock.today()}::date)`;
