import type { Day } from '~/domain/kernel/day.ts';
import { Prisma } from '~/server/db/client.ts';

/** That a lender `i` may act on a day, as `standingOf` says of one: approved, with a security assessment that holds to the day's end. */
export const mayAct = (today: Day): Prisma.Sql =>
  Prisma.sql`(i.state = 'approved' and coalesce(i.assessment_expires_on >= ${today}::date, false))`;
