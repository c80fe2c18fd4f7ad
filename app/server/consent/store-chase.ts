import type { AcknowledgementStep, ChaseLevel } from '~/domain/consent/withdrawal.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

export type OpenTask = {
  readonly enterpriseId: EnterpriseId;
  readonly consentId: string;
  readonly institutionId: InstitutionId;
  readonly firm: string;
  readonly personId: string | null;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly dueOn: Day;
  readonly withdrawnAt: Date | null;
  readonly steps: readonly AcknowledgementStep[];
  readonly levels: readonly ChaseLevel[];
};

/** Tasks of all recipients that are not acknowledged to the end, the most overdue first, with how far each was chased. */
export const openTasks = (tx: Tx, dueUntil: Day, limit = 1_000): Promise<OpenTask[]> => tx.$queryRaw<
  OpenTask[]
>`
  select a.enterprise_id as "enterpriseId", a.consent_id as "consentId", a.institution_id as "institutionId",
         e.name as firm, c.person_id as "personId", i.name_zh as "bankZh", i.name_en as "bankEn", max(a.due_on)::text as "dueOn",
         max(c.revoked_at) as "withdrawnAt", array_agg(a.step order by a.at) as steps,
         coalesce((select array_agg(x.level order by x.at) from consent_escalation x
                   where x.enterprise_id = a.enterprise_id and x.consent_id = a.consent_id), '{}') as levels
  from consent_acknowledgement a
  join any_consent c on c.enterprise_id = a.enterprise_id and c.id = a.consent_id
  join enterprise e on e.id = a.enterprise_id
  join institution i on i.id = a.institution_id
  group by a.enterprise_id, a.consent_id, a.institution_id, e.name, c.person_id, i.name_zh, i.name_en
  having count(*) < 3 and max(a.due_on) <= ${dueUntil}::date
  order by max(a.due_on), a.consent_id limit ${limit}`;

/** Notes that a task was chased; false when it was before. */
export async function addChase(
  tx: Tx,
  { enterpriseId, consentId, institutionId, dueOn }: OpenTask,
  level: ChaseLevel,
  at: Date,
): Promise<boolean> {
  const data = [{ enterpriseId, consentId, institutionId, level, at, dueOn: dateOfDay(dueOn) }];
  return (await tx.consentEscalation.createMany({ data, skipDuplicates: true })).count > 0;
}

export type EndedConsent = {
  readonly id: string;
  readonly enterpriseId: EnterpriseId;
  readonly institutionId: InstitutionId;
  readonly firm: string;
  /** The natural person whose own consent it was; null of the firm's. */
  readonly personId: string | null;
  readonly purpose: string;
};

/** Whether an institution read under a consent `c`, or under those that it took the place of and goes on from. */
const isRead = Prisma.sql`exists (
  with recursive line as (
    select c.id, o.renews, o.granted_at from consent o where o.enterprise_id = c.enterprise_id and o.id = c.id
    union all
    select p.id, p.renews, p.granted_at from line
    join consent p on p.enterprise_id = c.enterprise_id and p.id = line.renews and p.revoked_at = line.granted_at)
  select 1 from line join audit_entry r on r.consent_id = line.id and r.action = 'consent.read' and r.outcome = 'ok')`;

/** Whether an institution was answered about the person of a consent `c`, and not told since that it has to delete that. */
const isAnswered = Prisma.sql`exists (
  select 1 from yes_no_question q where q.enterprise_id = c.enterprise_id and q.person_id = c.person_id
    and q.institution_id = c.institution_id and q.refusal is null
    and not exists (select 1 from any_consent o where o.enterprise_id = q.enterprise_id and o.person_id = q.person_id
      and o.newer_items is null and least(o.valid_to, o.revoked_at) > q.at and least(o.valid_to, o.revoked_at) <= c.granted_at))`;

export async function wasRead(
  tx: Tx,
  { enterpriseId, id }: { readonly enterpriseId: EnterpriseId; readonly id: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from consent c where c.enterprise_id = ${enterpriseId}::uuid and c.id = ${id}::uuid and ${isRead}`;
  return rows.length > 0;
}

/**
 * Consents that ended by themselves, on their last day or when the last matter of a one-time consent was closed (PIPL 47),
 * under which an institution read, and whose agreed days of retention are over: nobody has told the institution to
 * delete yet. What was answered about a natural person is kept no longer than their own consent holds.
 */
export const retentionOver = (tx: Tx, today: Day): Promise<EndedConsent[]> => tx.$queryRaw<EndedConsent[]>`
  select c.id, c.enterprise_id as "enterpriseId", c.institution_id as "institutionId", e.name as firm,
         c.person_id as "personId", c.purpose
  from any_consent c join enterprise e on e.id = c.enterprise_id
  left join lateral (
    select max(a.closed_at) as at from application a where a.enterprise_id = c.enterprise_id and a.consent_id = c.id
    having bool_and(a.closed_at is not null)) reached on c.fetch_type = 'one-time'
  where c.institution_id is not null and c.revoked_at is null
    and (least(c.valid_to, reached.at) at time zone 'Asia/Shanghai')::date + c.retention_days <= ${today}::date
    and not exists (select 1 from consent_acknowledgement a where a.enterprise_id = c.enterprise_id and a.consent_id = c.id)
    and case when c.person_id is null then ${isRead} else ${isAnswered} end
  order by c.valid_to, c.id limit 1000`;
