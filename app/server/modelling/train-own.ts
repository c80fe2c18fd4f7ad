import { type Result, refuse } from '~/domain/kernel/result.ts';
import { frameOfFirms } from '~/domain/modelling/firm-frame.ts';
import {
  checkEnough,
  type Labelled,
  type LoanCounts,
  labelLoans,
  type OwnRefusal,
} from '~/domain/modelling/own-loans.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import { type StatisticalCard, statisticalCardHash } from '~/domain/score/statistical/card.ts';
import type { Frame } from '~/domain/score/training/frame.ts';
import { type Monotone, parseMonotone } from '~/domain/score/training/monotone.ts';
import { type TrainedCard, trainWithRepeats } from '~/domain/score/training/train-with-repeats.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { featuresAsOf, grantKey } from '~/server/modelling/features-as-of.ts';
import { readOutcomeRule, readThresholds } from '~/server/modelling/read-thresholds.ts';
import { addModel, isVersionTaken } from '~/server/modelling/store.ts';
import { answerTraining, findTraining, loansBefore } from '~/server/modelling/store-own.ts';
import { currentCard } from '~/server/score/store.ts';

type Training = NonNullable<Awaited<ReturnType<typeof findTraining>>>;

/** What came of a training: the card with its figures, or why there is none; the loans are counted either way. */
export type OwnTrained = {
  readonly counts: LoanCounts;
  readonly trained: Result<TrainedCard, OwnRefusal>;
};

/**
 * Trains an ordered card on the platform's own loans and enters it into the inventory as a candidate, which plays a part only
 * once a second person has approved one. An order that was answered is left alone. Returns null then.
 */
export async function trainOwn(actor: Actor, id: string): Promise<OwnTrained | null> {
  const order = await withActor(actor, (tx) => findTraining(tx, id));
  if (order?.state !== 'ordered') return null;
  const { counts, trained } = await train(actor, order);
  return withActor(actor, async (tx): Promise<OwnTrained> => {
    const outcome =
      trained.ok && (await isVersionTaken(tx, order.version))
        ? refuse({ code: 'modelling.version-taken' as const })
        : trained;
    await answer(tx, actor, order, { counts, trained: outcome });
    return { counts, trained: outcome };
  });
}

async function train(actor: Actor, { version, monotone }: Training): Promise<OwnTrained> {
  const today = clock.today();
  const { loans, rule, thresholds, codes } = await withActor(actor, async (tx) => ({
    loans: await loansBefore(tx, today),
    rule: await readOutcomeRule(tx, today),
    thresholds: await readThresholds(tx, today),
    codes: cardFeatures(await currentCard(tx)),
  }));
  const { labelled, counts: left } = labelLoans(loans, today, rule);
  const cases = await seen(actor, labelled);
  const bad = cases.filter(({ isBad }) => isBad).length;
  const counts = { ...left, good: cases.length - bad, bad, unseen: labelled.length - cases.length };
  const enough = checkEnough(counts, thresholds);
  if (!enough.ok) return { counts, trained: enough };
  const head = { version, label: { column: 'loan-outcome', bad: 'bad' } };
  const frame = frameOfFirms(cases, codes);
  const trained = trainWithRepeats(frame, {
    head,
    split: 'sha10',
    repeats: 0,
    monotone: askedOf(frame, monotone),
  });
  return { counts, trained: trained.ok ? trained : refuse({ code: 'modelling.nothing-ranks' }) };
}

/** What was asked of features that tell the cases apart; one that says the same of all is in no card. */
const askedOf = ({ columns }: Frame, monotone: string): Monotone =>
  new Map([...(parseMonotone(monotone) ?? [])].filter(([code]) => columns.some(({ name }) => name === code)));

/** The loans of whose firm anything was known when they were granted; all loans of a firm stay on one side of the split. */
async function seen(actor: Actor, labelled: readonly Labelled[]) {
  const grants = labelled.map(({ loan }) => ({
    enterpriseId: loan.enterpriseId,
    on: loan.history.grantedOn,
  }));
  const known = await featuresAsOf(actor, grants);
  return labelled.flatMap(({ loan, isBad }, at) => {
    const features = known.get(grantKey(grants[at] as (typeof grants)[number]));
    return features && features.size > 0 ? [{ features, isBad, id: loan.enterpriseId }] : [];
  });
}

async function answer(tx: Tx, actor: Actor, order: Training, { counts, trained }: OwnTrained): Promise<void> {
  const at = clock.now();
  if (!trained.ok)
    await answerTraining(tx, order.id, {
      state: 'refused',
      counts,
      ranked: null,
      refusal: trained.refusal,
      at,
    });
  else {
    const { card, train: inside, test } = trained.value;
    await enter(tx, order, card, at);
    const ranked = { train: inside, test };
    await answerTraining(tx, order.id, { state: 'done', counts, ranked, refusal: null, at });
  }
  const outcome = trained.ok ? 'done' : trained.refusal.code;
  const detail = { trainingId: order.id, version: order.version, outcome };
  await recordChange(tx, actor, {
    kind: 'modelling.training-finished',
    subjectId: order.id,
    payload: detail,
  });
  await appendAudit(tx, actor, { action: 'modelling.training-finished', detail: { ...detail, ...counts } });
}

const enter = (tx: Tx, { version, purpose, orderedBy }: Training, card: StatisticalCard, at: Date) =>
  addModel(tx, {
    version,
    kind: 'statistical',
    card,
    hash: statisticalCardHash(card),
    origin: 'own',
    institutionId: null,
    role: 'candidate',
    purpose,
    importedBy: orderedBy,
    importedAt: at,
  });
