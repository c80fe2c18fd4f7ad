import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';

/** Applications whose clock has run out, and approved ones whose offer has ended, the longest waiting first. */
export const overdueApplications = (tx: Tx, now: Date, today: Day) => tx.$queryRaw<
  { id: string; state: string }[]
>`
  select a.id, a.state from application a
  where (a.state = 'submitted' and a.pickup_due_at <= ${now})
     or (a.state in ('in-review', 'proposed', 'second-look') and a.decision_due_at <= ${now}
         and not (a.state = 'in-review' and a.paused_on is not null and a.resumed_on is null))
     or (a.state = 'approved' and exists (
           select 1 from offer o where o.enterprise_id = a.enterprise_id and o.application_id = a.id and o.state = 'open'
             and o.valid_until < ${today}::date))
  order by a.submitted_at limit 5000`;
