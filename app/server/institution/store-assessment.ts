import { randomUUID } from 'node:crypto';
import type { AssessmentEvidence } from '~/domain/institution/standing.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { findEvidenceFiles } from '~/server/institution/store-evidence.ts';

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

/** The assessments of an institution with their files, the latest first. */
export async function findAssessments(tx: Tx, institutionId: InstitutionId) {
  const rows = await tx.securityAssessment.findMany({
    where: { institutionId },
    orderBy: [{ recordedAt: 'desc' }, { id: 'asc' }],
  });
  const files = await findEvidenceFiles(tx, institutionId);
  return rows.map((row) => ({
    id: row.id,
    files: files.filter((file) => file.assessmentId === row.id).map(({ assessmentId: _, ...file }) => file),
    occasion: row.occasion,
    assessedOn: dayOfDate(row.assessedOn) as string,
    until: dayOfDate(row.validUntil) as string,
    assessor: row.assessor,
    reportNo: row.reportNo,
    by: row.recordedByName,
  }));
}

type Notice = { readonly from: Day; readonly through: Day; readonly days: number };

/** Admitted institutions whose assessment ends in a span and that were not given the notice of so many days about that end. */
export const findEnding = (tx: Tx, { from, through, days }: Notice) => tx.$queryRaw<
  { id: InstitutionId; until: Day }[]
>`
  select i.id, i.assessment_expires_on::text as until from institution i
  where i.state = 'approved' and i.assessment_expires_on between ${from}::date and ${through}::date
    and not exists (select 1 from notification n where n.institution_id = i.id and n.kind = 'institution.retest-due'
                      and n.params ->> 'until' = i.assessment_expires_on::text and (n.params ->> 'notice')::int = ${days})
  order by i.id`;
