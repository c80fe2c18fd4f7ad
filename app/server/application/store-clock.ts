import type { Answered } from '~/domain/institution/response-times.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { Application } from '~/server/application/store.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';

export type Waiting = Pick<Application, 'id' | 'enterpriseId' | 'submittedAt'>;

/**
 * Applications whose clock has run out or stands still, approved and accepted ones whose offer
 * has ended, and contracts whose money is awaited: those that the passing of time may move, the longest waiting first. A page of them, from behind the last one of the
 * page before.
 */
export const overdueApplications = (
  tx: Tx,
  { now, today }: { readonly now: Date; readonly today: Day },
  after: Waiting | null,
  most: number,
) => tx.$queryRaw<Waiting[]>`
  select a.id, a.enterprise_id as "enterpriseId", a.submitted_at as "submittedAt" from application a
  where ((a.state = 'submitted' and a.pickup_due_at <= ${now})
     or (a.state in ('in-review', 'proposed', 'second-look') and a.decision_due_at <= ${now})
     or (a.state = 'in-review' and a.paused_on is not null and a.resumed_on is null)
     or (a.state in ('approved', 'accepted') and exists (
           select 1 from offer o where o.enterprise_id = a.enterprise_id and o.application_id = a.id
             and o.state in ('open', 'accepted') and o.valid_until < ${today}::date))
     or (a.state = 'contracted' and a.contracted_on < ${today}::date))
    and ${after ? Prisma.sql`(a.submitted_at, a.id) > (${after.submittedAt}, ${after.id}::uuid)` : Prisma.sql`true`}
  order by a.submitted_at, a.id limit ${most}`;

type Measured = {
  readonly id: string;
  readonly submitted: Date;
  readonly picked: Date | null;
  readonly decided: Date | null;
  readonly asked: Date | null;
  readonly sent: Date | null;
  readonly returned: boolean;
};

/**
 * Applications sent since an instant, by days in the business zone, with when their bank first had an officer for them,
 * when it first decided, whatever a second look brought later, and when its clock stood still for the firm's documents.
 */
export async function answeredCases(
  tx: Tx,
  since: Date,
): Promise<(Answered & { readonly institutionId: string })[]> {
  const rows = await tx.$queryRaw<Measured[]>`
    select a.institution_id as id, a.submitted_at as submitted, a.state = 'returned' as returned,
           e.picked, e.decided, e.asked, e.sent
    from application a
    left join lateral (
      select min(v.at) filter (where v.kind = 'picked-up' or (v.kind = 'reassigned' and v.from_state = 'submitted')) as picked,
             min(v.at) filter (where v.kind in ('approved', 'declined')) as decided,
             min(v.at) filter (where v.kind = 'documents-asked') as asked,
             min(v.at) filter (where v.kind in ('resumed', 'pause-ended')) as sent
      from application_event v where v.enterprise_id = a.enterprise_id and v.application_id = a.id) e on true
    where a.submitted_at >= ${since}`;
  return rows.map((row) => ({
    institutionId: row.id,
    submittedOn: dayAt(row.submitted),
    pickedUpOn: row.picked && dayAt(row.picked),
    decidedOn: row.decided && dayAt(row.decided),
    paused: pauseOf(row),
    wasReturned: row.returned,
  }));
}

/** The pause before the first decision; one that came after it belongs to what a second look reopened. */
function pauseOf({ asked, sent, decided }: Measured): Answered['paused'] {
  if (!asked || !sent || !decided || sent > decided) return null;
  return { from: dayAt(asked), to: dayAt(sent) };
}
