import type { Answered } from '~/domain/institution/response-times.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';

/**
 * Applications whose clock has run out or stands still, approved ones whose offer has ended, and accepted ones whose offer
 * has: those that the passing of time may move, the longest waiting first.
 */
export const overdueApplications = (tx: Tx, now: Date, today: Day) => tx.$queryRaw<{ id: string }[]>`
  select a.id from application a
  where (a.state = 'submitted' and a.pickup_due_at <= ${now})
     or (a.state in ('in-review', 'proposed', 'second-look') and a.decision_due_at <= ${now})
     or (a.state = 'in-review' and a.paused_on is not null and a.resumed_on is null)
     or (a.state in ('approved', 'accepted') and exists (
           select 1 from offer o where o.enterprise_id = a.enterprise_id and o.application_id = a.id
             and o.state in ('open', 'accepted') and o.valid_until < ${today}::date))
  order by a.submitted_at limit 5000`;

/** Applications sent since an instant, by days in the business zone, with when their bank took them up and decided. */
export async function answeredCases(
  tx: Tx,
  since: Date,
): Promise<(Answered & { readonly institutionId: string })[]> {
  const rows = await tx.$queryRaw<
    { id: string; submitted: Date; picked: Date | null; decided: Date | null; returned: boolean }[]
  >`
    select a.institution_id as id, a.submitted_at as submitted, a.decided_at as decided, a.state = 'returned' as returned,
           (select min(e.at) from application_event e
            where e.enterprise_id = a.enterprise_id and e.application_id = a.id and e.kind = 'picked-up') as picked
    from application a where a.submitted_at >= ${since}`;
  return rows.map((row) => ({
    institutionId: row.id,
    submittedOn: dayAt(row.submitted),
    pickedUpOn: row.picked && dayAt(row.picked),
    decidedOn: row.decided && dayAt(row.decided),
    wasReturned: row.returned,
  }));
}
