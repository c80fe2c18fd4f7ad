import type { Day } from '~/domain/kernel/day.ts';
import { Prisma } from '~/server/db/client.ts';

/** An instalment `i` was due before a day: it is past due on that day unless it is paid. */
export const fellDue = (today: Day): Prisma.Sql => Prisma.sql`i.due_on < ${today}::date`;

/** Money `r` that counts against what was due: no recovery after a write-off, and nothing that was reversed. */
export const counts = Prisma.sql`r.kind <> 'recovery'
  and not exists (select 1 from loan_event e where e.enterprise_id = r.enterprise_id and e.reverses_id = r.id)`;

/** Such money that came in by the end of a day. */
export const cameIn = (today: Day): Prisma.Sql => Prisma.sql`r.paid_on <= ${today}::date and ${counts}`;

/** Less was `paid` than was `asked`, in principal or in interest: the chain of dues and payments then tells since when. */
export const isShort = Prisma.sql`(asked.principal > coalesce(paid.principal, 0) or asked.interest > coalesce(paid.interest, 0))`;
