import { randomUUID } from 'node:crypto';
import type { AssessmentEvidence } from '~/domain/institution/standing.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';

export type NewAssessment = AssessmentEvidence & {
  readonly occasion: 'admission' | 're-test';
  readonly until: Day;
};

/** Records an assessment with its evidence and who recorded it. */
export const addAssessment = (
  tx: Tx,
  actor: Person,
  institutionId: InstitutionId,
  { occasion, until, assessedOn, assessor, reportNo }: NewAssessment,
) =>
  tx.securityAssessment.create({
    data: {
      id: randomUUID(),
      institutionId,
      occasion,
      assessedOn: dateOfDay(assessedOn),
      validUntil: dateOfDay(until),
      assessor,
      reportNo,
      recordedBy: actor.userId,
      recordedByName: actor.name,
      recordedAt: clock.now(),
    },
  });

/** The assessments of an institution, the latest first. */
export async function findAssessments(tx: Tx, institutionId: InstitutionId) {
  const rows = await tx.securityAssessment.findMany({
    where: { institutionId },
    orderBy: [{ recordedAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    occasion: row.occasion,
    assessedOn: dayOfDate(row.assessedOn) as string,
    until: dayOfDate(row.validUntil) as string,
    assessor: row.assessor,
    reportNo: row.reportNo,
    by: row.recordedByName,
  }));
}

/** Admitted institutions whose assessment ends on a day. */
export async function findEndingOn(tx: Tx, day: Day): Promise<InstitutionId[]> {
  const rows = await tx.institution.findMany({
    where: { state: 'approved', assessmentExpiresOn: dateOfDay(day) },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id as InstitutionId);
}
