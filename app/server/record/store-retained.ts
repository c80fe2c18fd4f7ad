import { clock } from '~/server/clock.ts';
import { Prisma } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

/**
 * Of a row `f` of facts: the years for which its item may be shown and used have not run out today. In SQL what `retainedUntil`
 * says of one record; whoever reads records of others asks it.
 */
export const isRetained = (): Prisma.Sql => Prisma.sql`not exists (
  select 1 from catalogue_item kept
  where kept.code = f.item and kept.valid_to is null and kept.retention_years is not null
    and (case kept.retention_start when 'end' then f.ended_on else f.occurred_on end)
        + make_interval(years => kept.retention_years) <= ${dateOfDay(clock.today())}::date)`;
