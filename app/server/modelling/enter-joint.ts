import { type StatisticalCard, statisticalCardHash } from '~/domain/score/statistical/card.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { addModel } from '~/server/modelling/store.ts';

type Study = {
  readonly id: string;
  readonly institutionId: string;
  readonly name: string;
  readonly orderedBy: string;
};

/** The version that the card of a study bears in the inventory. */
export const jointVersion = (studyId: string): string => `joint-${studyId.slice(0, 13)}`;

/**
 * Every card that scores on the platform stands in the inventory (domain.md row C2): the card of a study, or a bank's own,
 * enters it as a candidate, which plays a part only once a second person has approved one.
 */
export async function enterJointCard(tx: Tx, study: Study, own: StatisticalCard): Promise<string> {
  const version = jointVersion(study.id);
  const card = { ...own, version };
  await addModel(tx, {
    version,
    kind: 'statistical',
    card,
    hash: statisticalCardHash(card),
    origin: 'joint',
    institutionId: study.institutionId,
    role: 'candidate',
    purpose: study.name,
    importedBy: study.orderedBy,
    importedAt: clock.now(),
  });
  return version;
}
