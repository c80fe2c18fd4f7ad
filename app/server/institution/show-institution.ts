import {
  daysLeft,
  longestAssessmentDays,
  needsAssessment,
  standingOf,
} from '~/domain/institution/standing.ts';
import { addDays } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { listColleagues, listWaiting } from '~/server/access/store-invitation.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { countUses, findHistory, findInstitution, type Institution } from '~/server/institution/store.ts';
import { findAssessments } from '~/server/institution/store-assessment.ts';

const usedDays = 30;

/** One institution for the operator's desk: standing, assessment, people, use and history. */
export function showInstitution(actor: Actor, id: InstitutionId) {
  return withActor(
    actor,
    async (tx): Promise<Result<InstitutionPage, { readonly code: 'institution.not-found' }>> => {
      const institution = await findInstitution(tx, id);
      return institution
        ? accept(await pageOf(tx, actor, institution))
        : refuse({ code: 'institution.not-found' });
    },
  );
}

export type InstitutionPage = Awaited<ReturnType<typeof pageOf>>;

async function pageOf(tx: Tx, actor: Actor, institution: Institution) {
  const today = clock.today();
  const now = clock.now();
  const { id, kind, suspendedAt, ...rest } = institution;
  const people = await listColleagues(tx, { institutionId: id });
  const invitations = await listWaiting(tx, { institutionId: id }, now);
  return {
    ...rest,
    id,
    kind,
    suspendedAt: suspendedAt?.toISOString() ?? null,
    standing: standingOf(institution, today),
    daysLeft: daysLeft(institution, today),
    needsAssessment: needsAssessment(kind),
    people: people.map((p) => ({ ...p, lastLoginAt: p.lastLoginAt?.toISOString() ?? null })),
    invitations: invitations.map((i) => ({ ...i, expiresAt: i.expiresAt.toISOString() })),
    uses: { ...(await countUses(tx, id, new Date(now.getTime() - usedDays * 86_400_000))), days: usedDays },
    history: await findHistory(tx, id, 50),
    assessments: await findAssessments(tx, id),
    bounds: { least: addDays(today, 1), most: addDays(today, longestAssessmentDays) },
    mayAdmit: reachOf(actor, 'institution.admit') !== null,
  };
}
