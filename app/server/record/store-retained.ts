import { isInForce } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { Prisma } from '~/server/db/client.ts';

/**
 * Of a row `f` of facts: the years for which its item may be shown and used have not run out today. In SQL what `retainedUntil`
 * says of one record; whoever reads records of others asks it.
 */
export const isRetained = (): Prisma.Sql => Prisma.sql`not exists (
  select 1 from catalogue_item c
  where c.code = f.item and ${isInForce(clock.today())} and c.retention_years is not null
    and (case c.retention_start when 'end' then f.ended_on else f.occurred_on end)
        + make_interval(years => c.retention_years) <= ${clock.today()}::date)`;
