import { addYears, startOf } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { neverPublic } from '~/domain/modelling/features-read.ts';
import { type Release, releaseSchema } from '~/domain/modelling/release.ts';
import { statisticalCardSchema } from '~/domain/score/statistical/card.ts';
import { type Actor, asInstitution, system } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  applicantsOf,
  findJointCard,
  findStudy,
  isFree,
  isOwnCard,
  measurementsOf,
  readLimits,
  type StudyRow,
  spentSince,
  studiesOf,
} from '~/server/modelling/store-study.ts';
import { currentCard } from '~/server/score/store.ts';

type Missing = { readonly code: 'modelling.not-found' };

const head = (row: StudyRow) => ({
  id: row.id,
  name: row.name,
  state: row.state as 'ordered' | 'running' | 'done' | 'refused',
  isOwnCard: isOwnCard(row),
  /** The card of the bank's own that was measured. */
  measures: row.measures,
  rowsGiven: row.rowsGiven,
  epsilonMilli: isFree(row.refusal) ? 0 : row.epsilonMilli,
  orderedAt: row.orderedAt.toISOString(),
});

/** A bank's studies, which are its query log, and the privacy budget that it has left. */
export function listStudies(actor: Actor) {
  const { institutionId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const limits = await readLimits(tx, clock.today());
    const spentMilli = await spentSince(tx, institutionId, startOf(addYears(clock.today(), -1)));
    return { limits, spentMilli, rows: (await studiesOf(tx, institutionId)).map(head) };
  });
}

/** One study of the bank: what was released, or why nothing was. */
export function showStudy(actor: Actor, id: string) {
  const { institutionId } = asInstitution(actor);
  return withActor(actor, async (tx): Promise<Result<StudyPage, Missing>> => {
    const row = await findStudy(tx, id);
    if (!row || row.institutionId !== institutionId) return refuse({ code: 'modelling.not-found' });
    return accept(await pageOf(tx, row));
  });
}

export type StudyPage = Awaited<ReturnType<typeof pageOf>>;

/** Features that the card of a study reads and no public sheet holds, by code; the platform reads the card, not the bank. */
export function consentedOnly(studyId: string): Promise<string[]> {
  return withActor(system('modelling.show-study'), async (tx) => {
    const kept = await findJointCard(tx, studyId);
    if (!kept) return [];
    const catalogue = await readCatalogue(tx, clock.today());
    return neverPublic(statisticalCardSchema.parse(kept.body), await currentCard(tx), catalogue);
  });
}

async function pageOf(tx: Tx, row: StudyRow) {
  const released = releaseSchema.safeParse(row.released);
  return {
    ...head(row),
    limits: await readLimits(tx, clock.today()),
    refusal: row.refusal as { readonly code: string } | null,
    released: (released.success ? released.data : null) as Release | null,
    applicants: row.measures ? [] : await applicantsOf(tx, row.institutionId),
    measurements: (await measurementsOf(tx, row.institutionId, row.id)).map(head),
  };
}
