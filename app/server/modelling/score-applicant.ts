import type { UseRefusal } from '~/domain/consent/check-use.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import { missingOf } from '~/domain/modelling/features-read.ts';
import { openFirmCard } from '~/domain/modelling/firm-card.ts';
import { statisticalCardSchema } from '~/domain/score/statistical/card.ts';
import { riskAtPpm } from '~/domain/score/statistical/score.ts';
import { type Actor, asInstitution, system } from '~/server/access/actor.ts';
import { findApplication } from '~/server/application/store.ts';
import { readUnderConsent } from '~/server/consent/read-under-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type OpenedSheet, openedSheet } from '~/server/modelling/opened-sheet.ts';
import { findJointCard, findStudy } from '~/server/modelling/store-study.ts';

type Question = { readonly studyId: string; readonly applicationId: string };

/**
 * Points, and the risk that the card says, with the sheet that was read and the codes of the features that the card
 * reads and the sheet lacks; null while the firm has no sheet. Never a feature's value.
 */
export type ApplicantScore = {
  readonly milliPoints: number;
  readonly riskPpm: number;
  readonly sheet: OpenedSheet['scope'];
  readonly asOf: OpenedSheet['asOf'];
  readonly missing: readonly string[];
} | null;

/** What a bank's card says of one applicant, under the applicant's consent asked at this read and counted. */
export async function scoreApplicant(
  actor: Actor,
  { studyId, applicationId }: Question,
): Promise<Result<ApplicantScore, UseRefusal | { readonly code: 'modelling.not-found' }>> {
  const { institutionId } = asInstitution(actor);
  const own = await withActor(actor, async (tx) => {
    const study = await findStudy(tx, studyId);
    const application = await findApplication(tx, applicationId);
    return study?.institutionId === institutionId ? application : null;
  });
  const kept =
    own && (await withActor(system('modelling.score-applicant'), (tx) => findJointCard(tx, studyId)));
  if (!own || !kept) return refuse({ code: 'modelling.not-found' });
  const card = statisticalCardSchema.parse(kept.body);
  const { enterpriseId } = own;
  const read = {
    enterpriseId,
    applicationId,
    purpose: 'pre-loan',
    items: 'granted',
    detail: 'score',
    what: 'modelling.applicant-scored',
  } as const;
  return readUnderConsent(actor, read, async (tx, permit): Promise<ApplicantScore> => {
    const opened = await openedSheet(tx, enterpriseId, permit);
    if (!opened) return null;
    const { scope: sheet, asOf, features } = opened;
    const { milliPoints } = openFirmCard(card)(features);
    const missing = missingOf(card, features);
    return { milliPoints, riskPpm: riskAtPpm(card, milliPoints), sheet, asOf, missing };
  });
}
