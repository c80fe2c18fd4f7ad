import { daysLeft, needsAssessment, standingOf } from '~/domain/institution/standing.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findInstitutions } from '~/server/institution/store.ts';
import { findAssessments } from '~/server/institution/store-assessment.ts';
import { openStorage } from '~/server/platform/storage.ts';

/** Whether the bytes of a report lie in storage and fit their hash. */
const isWhole = (sha256: string): Promise<boolean> =>
  openStorage()
    .read(sha256)
    .then(
      (bytes) => bytes !== null,
      () => false,
    );

/** Every institution that needs a security assessment: how it stands, and whether each report behind it is whole. */
export async function checkEvidence(actor: Actor) {
  const today = clock.today();
  const found = await withActor(actor, async (tx) => {
    const institutions = (await findInstitutions(tx)).filter(({ kind }) => needsAssessment(kind));
    const rows = [];
    for (const one of institutions)
      rows.push({ institution: one, assessments: await findAssessments(tx, one.id) });
    return rows;
  });
  return Promise.all(
    found.map(async ({ institution, assessments }) => ({
      code: institution.code,
      kind: institution.kind,
      standing: standingOf(institution, today),
      until: institution.assessmentExpiresOn,
      daysLeft: daysLeft(institution, today),
      assessments: await Promise.all(
        assessments.map(async ({ files, reportNo, assessor, assessedOn, until }) => ({
          ...{ reportNo, assessor, assessedOn, until },
          files: await Promise.all(
            files.map(async ({ name, sha256 }) => ({ name, sha256, whole: await isWhole(sha256) })),
          ),
        })),
      ),
    })),
  );
}
