import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, FactId, InstitutionId } from '~/domain/kernel/id.ts';
import type { CaseDays } from '~/domain/objection/objection.ts';
import type { Seal } from '~/domain/restatement/decision-clock.ts';
import type { DiffLine } from '~/domain/score/sheet-diff.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

/** The row that changed a record, and when the record was first known. */
export type ChangedRecord = {
  readonly ref: FactId;
  readonly op: string;
  readonly item: string;
  readonly sourceKey: Uint8Array;
  readonly knownAt: Date;
  readonly firstKnownAt: Date;
};

/** What one row changed; null when there is no such row. */
export async function changedRecord(
  tx: Tx,
  enterpriseId: EnterpriseId,
  ref: string,
): Promise<ChangedRecord | null> {
  const [row] = await tx.$queryRaw<ChangedRecord[]>`
    select f.id as ref, f.op, f.item, f.source_key as "sourceKey", f.known_at as "knownAt",
           (select min(o.known_at) from fact o where o.enterprise_id = f.enterprise_id and o.item = f.item
            and o.source_key = f.source_key) as "firstKnownAt"
    from fact f where f.enterprise_id = ${enterpriseId}::uuid and f.id = ${ref}::uuid`;
  return row ?? null;
}

/** The last sheet of a scope that was made before an instant: the one that others saw. */
export const sheetBefore = (tx: Tx, enterpriseId: EnterpriseId, scope: 'public' | 'full', at: Date) =>
  tx.scoreSheet.findFirst({
    where: { enterpriseId, scope, createdAt: { lt: at } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });

/**
 * Institutions that read the record, or a score that rested on it, under a consent since it was known: from the firm's
 * audit chain, which is the truth about who saw what.
 */
export async function viewersSince(
  tx: Tx,
  enterpriseId: EnterpriseId,
  { item, since, until }: { readonly item: string; readonly since: Date; readonly until: Date },
): Promise<InstitutionId[]> {
  const rows = await tx.$queryRaw<{ id: InstitutionId }[]>`
    select distinct a.institution_id as id from audit_entry a
    where a.enterprise_id = ${enterpriseId}::uuid and a.action = 'consent.read' and a.outcome = 'ok' and a.institution_id is not null
      and a.at >= ${since} and a.at <= ${until}
      and ((a.body::jsonb -> 'detail' -> 'items') ? ${item}
           or a.body::jsonb -> 'detail' ->> 'detail' in ('score', 'detail'))
    order by 1`;
  return rows.map(({ id }) => id);
}

export type DeclinedApplication = {
  readonly id: string;
  readonly institutionId: InstitutionId;
  readonly reasons: readonly string[];
  readonly checkerId: string | null;
};

/** Applications of the firm that were declined since a day. */
export const declinedSince = (tx: Tx, enterpriseId: EnterpriseId, since: Date) => tx.$queryRaw<
  DeclinedApplication[]
>`
  select id, institution_id as "institutionId", decline_reasons as reasons, checker_id as "checkerId" from application
  where enterprise_id = ${enterpriseId}::uuid and state = 'declined' and decided_at >= ${since}
  order by decided_at`;

export const addRestatement = (
  tx: Tx,
  { diff, ...data }: Omit<Prisma.RestatementCreateManyInput, 'diff'> & { diff: readonly DiffLine[] },
) =>
  tx.restatement.createMany({
    data: [{ ...data, diff: diff as unknown as Prisma.InputJsonArray }],
    skipDuplicates: true,
  });

/** Whether this change was restated already. */
export const isRestated = async (
  tx: Tx,
  enterpriseId: EnterpriseId,
  refId: string,
  item?: string,
): Promise<boolean> =>
  (await tx.restatement.count({ where: { enterpriseId, refId, ...(item && { item }) } })) > 0;

export const addNotice = (tx: Tx, data: Prisma.RestatementNoticeCreateManyInput) =>
  tx.restatementNotice.createMany({ data: [data], skipDuplicates: true });

export type Announced = {
  readonly enterpriseId: EnterpriseId;
  readonly id: string;
  readonly scope: 'public' | 'full';
};

/** Announced falls whose day has come, firm after firm. */
export async function dueAnnouncements(tx: Tx, today: Day): Promise<Announced[]> {
  const rows = await tx.restatement.findMany({
    where: { state: 'announced', effectiveOn: { lte: dateOfDay(today) } },
    orderBy: [{ enterpriseId: 'asc' }, { madeAt: 'asc' }],
    select: { enterpriseId: true, id: true, scope: true },
    take: 2000,
  });
  return rows as Announced[];
}

/** A disputed record of a firm: what its case went through, and until when its clock runs while it lasts. */
export type DisputedCase = CaseDays & {
  readonly item: string;
  readonly due: Day | null;
  /** When the record was sealed, while it was disputed or not. */
  readonly seals: readonly Seal[];
};

/** The disputes over a firm's records, ended ones too. */
export const disputesOf = (tx: Tx, enterpriseId: EnterpriseId) => tx.$queryRaw<DisputedCase[]>`
  select o.item, (o.received_at at time zone 'Asia/Shanghai')::date::text as "receivedOn",
         (select (min(e.at) at time zone 'Asia/Shanghai')::date::text from rights_event e
          where e.enterprise_id = o.enterprise_id and e.case_id = o.id and e.kind = 'answered') as "answeredOn",
         (o.appealed_at at time zone 'Asia/Shanghai')::date::text as "appealedOn",
         (o.closed_at at time zone 'Asia/Shanghai')::date::text as "closedOn", o.due_on::text as due,
         coalesce((select json_agg(json_build_object(
             'from', (s.known_at at time zone 'Asia/Shanghai')::date::text,
             'to', (select (n.known_at at time zone 'Asia/Shanghai')::date::text from fact n
                    where n.enterprise_id = s.enterprise_id and n.supersedes = s.id and n.op = 'correct')))
           from fact s where s.enterprise_id = o.enterprise_id and s.item = o.item and s.source_key = o.source_key
             and s.op = 'seal'), '[]') as seals
  from objection o where o.enterprise_id = ${enterpriseId}::uuid`;

export type OpenClock = {
  readonly id: string;
  readonly items: readonly string[];
  /** The day of submission, or of the second look that reopened it. */
  readonly clockFrom: Day;
  readonly decisionDueAt: Date;
  readonly pausedOn: Day | null;
  readonly resumedOn: Day | null;
};

/** Applications of the firm that a bank has yet to decide, with the items that each one's consent opens. */
export const openClocks = (tx: Tx, enterpriseId: EnterpriseId) => tx.$queryRaw<OpenClock[]>`
  select a.id, c.items, coalesce(a.clock_from, (a.submitted_at at time zone 'Asia/Shanghai')::date)::text as "clockFrom", a.decision_due_at as "decisionDueAt",
         a.paused_on::text as "pausedOn", a.resumed_on::text as "resumedOn"
  from application a join consent c on c.enterprise_id = a.enterprise_id and c.id = a.consent_id
  where a.enterprise_id = ${enterpriseId}::uuid and a.state in ('submitted', 'in-review', 'proposed')
  order by a.id for update of a`;

/** Firms whose pending objections have outrun their clocks: their applications wait on. */
export async function firmsOverdue(tx: Tx, today: Day): Promise<EnterpriseId[]> {
  const rows = await tx.objection.findMany({
    where: { closedAt: null, dueOn: { lte: dateOfDay(today) } },
    select: { enterpriseId: true },
    distinct: ['enterpriseId'],
  });
  return rows.map(({ enterpriseId }) => enterpriseId as EnterpriseId);
}

export type TouchedFirm = { readonly enterpriseId: EnterpriseId; readonly ref: string; readonly op: string };

/** Records of registered firms that a batch corrected or revoked, firm after firm. */
export const changedByBatch = (tx: Tx, batchId: string) => tx.$queryRaw<TouchedFirm[]>`
  select f.enterprise_id as "enterpriseId", f.id as ref, f.op from fact f
  where f.batch_id = ${batchId}::uuid and f.supersedes is not null
    and exists (select 1 from user_account u where u.enterprise_id = f.enterprise_id)
  order by f.enterprise_id, f.id`;

export const setDecisionDue = (tx: Tx, enterpriseId: EnterpriseId, id: string, decisionDueAt: Date) =>
  tx.application.update({ where: { enterpriseId_id: { enterpriseId, id } }, data: { decisionDueAt } });

/** An announced fall is in effect, with the sheet that says so. */
export const completeRestatement = (tx: Tx, enterpriseId: EnterpriseId, id: string, afterId: string | null) =>
  tx.restatement.update({
    where: { enterpriseId_id: { enterpriseId, id } },
    data: { state: 'effective', afterId },
  });

/** Second looks that wait past their last day. */
export const overdueSecondLooks = (tx: Tx, today: Date) =>
  tx.restatementNotice.findMany({
    where: { kind: 'second-look', state: 'open', dueOn: { lt: today } },
    select: { id: true, enterpriseId: true, applicationId: true, institutionId: true, dueOn: true },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });
