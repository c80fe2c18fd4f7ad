import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, UserId } from '~/domain/kernel/id.ts';
import type { AssessmentTrigger } from '~/domain/privacy/assessment.ts';
import type { BreachStep } from '~/domain/privacy/breach.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

export type NewAssessment = {
  readonly id: string;
  readonly title: string;
  readonly processing: string;
  readonly triggers: readonly AssessmentTrigger[];
  readonly necessity: string;
  readonly risks: string;
  readonly measures: string;
  readonly level: string;
  readonly madeBy: UserId;
  readonly makerName: string;
  readonly madeAt: Date;
};

export const addAssessment = (tx: Tx, { triggers, ...row }: NewAssessment) =>
  tx.impactAssessment.createMany({ data: [{ ...row, triggers: [...triggers] }] });

export const allAssessments = (tx: Tx) =>
  tx.impactAssessment.findMany({ orderBy: { madeAt: 'desc' }, take: 200 });

export const findAssessment = (tx: Tx, id: string) => tx.impactAssessment.findUnique({ where: { id } });

/** Approves it once; false when it was approved before. */
export async function approve(
  tx: Tx,
  id: string,
  by: { readonly userId: UserId; readonly name: string; readonly at: Date },
  days: { readonly reviewDue: Day; readonly keepUntil: Day },
): Promise<boolean> {
  const { count } = await tx.impactAssessment.updateMany({
    where: { id, approvedAt: null },
    data: {
      ...{ approvedBy: by.userId, approverName: by.name, approvedAt: by.at },
      ...{ reviewDue: dateOfDay(days.reviewDue), keepUntil: dateOfDay(days.keepUntil) },
    },
  });
  return count === 1;
}

/** Approved assessments whose review has fallen due by a day and of which no message lies in the inbox. */
export const reviewsDue = (tx: Tx, on: Day) => tx.$queryRaw<{ id: string; title: string }[]>`
  select a.id::text, a.title from impact_assessment a
  where a.review_due <= ${dateOfDay(on)}::date
    and not exists (select 1 from notification n where n.kind = 'privacy.review-due'
                      and n.href = '/operator/privacy/assessments/' || a.id)
  order by a.id`;

export type StepFacts = { readonly [name: string]: string | number };
export type NewBreachEvent = {
  readonly id: string;
  readonly breachId: string;
  readonly step: BreachStep;
  readonly facts: StepFacts;
  readonly userId: UserId;
  readonly userName: string;
  readonly at: Date;
};

export const addBreach = (
  tx: Tx,
  row: {
    readonly id: string;
    readonly title: string;
    readonly discoveredAt: Date;
    readonly registeredBy: UserId;
  },
) => tx.breach.createMany({ data: [row] });

export const addBreachEvent = (tx: Tx, event: NewBreachEvent) => tx.breachEvent.createMany({ data: [event] });

/** One step of a breach at a time. */
export const lockBreach = (tx: Tx, id: string) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`breach:${id}`}, 0))`;

export const findBreach = (tx: Tx, id: string) => tx.breach.findUnique({ where: { id } });
export const allBreaches = (tx: Tx) => tx.breach.findMany({ orderBy: { discoveredAt: 'desc' }, take: 200 });

export async function eventsOfBreaches(tx: Tx, ids: readonly string[]) {
  const rows = await tx.breachEvent.findMany({
    where: { breachId: { in: [...ids] } },
    orderBy: { at: 'asc' },
  });
  return rows.map((row) => ({ ...row, step: row.step as BreachStep, facts: row.facts as StepFacts }));
}

/** The firms of these credit codes that have an account, and can be told. */
export async function firmsToTell(
  tx: Tx,
  codes: readonly string[],
): Promise<{ id: EnterpriseId; uscc: string }[]> {
  const rows = await tx.enterprise.findMany({
    where: { uscc: { in: [...codes] } },
    select: { id: true, uscc: true },
  });
  return rows.map(({ id, uscc }) => ({ id: id as EnterpriseId, uscc: uscc ?? '' }));
}
