import { daysLeft, needsAssessment, standingOf } from '~/domain/institution/standing.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findInstitution } from '~/server/institution/store.ts';
import { findAssessments } from '~/server/institution/store-assessment.ts';

/** How the actor's own institution is assessed, with the reports; null for firms and for institutions that need no assessment. */
export function showOwnAssessment(actor: Actor) {
  const id = actor.kind === 'person' ? actor.institutionId : null;
  if (id === null) return Promise.resolve(null);
  return withActor(actor, async (tx) => {
    const institution = await findInstitution(tx, id);
    if (!institution || !needsAssessment(institution.kind)) return null;
    const today = clock.today();
    return {
      standing: standingOf(institution, today),
      until: institution.assessmentExpiresOn,
      daysLeft: daysLeft(institution, today),
      assessments: await findAssessments(tx, id),
    };
  });
}
