import { accept, insist, type Result, refuse } from '~/domain/kernel/result.ts';
import { openFirmCard, rangeOf } from '~/domain/modelling/firm-card.ts';
import { frameOfFirms, hashOfFrame } from '~/domain/modelling/firm-frame.ts';
import { measureCard } from '~/domain/modelling/measure.ts';
import { histogramOf } from '~/domain/modelling/month.ts';
import { type Outcome, readOutcomes } from '~/domain/modelling/outcomes.ts';
import {
  admitStudy,
  type Chance,
  type Limits,
  type Measured,
  type Release,
  releaseOf,
  releaseSchema,
  type Studied,
  type StudyRefusal,
} from '~/domain/modelling/release.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import {
  type StatisticalCard,
  statisticalCardHash,
  statisticalCardSchema,
} from '~/domain/score/statistical/card.ts';
import type { Frame } from '~/domain/score/training/frame.ts';
import { stabilityIndex } from '~/domain/score/training/measures.ts';
import { type TrainedCard, trainWithRepeats } from '~/domain/score/training/train-with-repeats.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { standingNow } from '~/server/institution/store.ts';
import { enterJointCard, jointVersion } from '~/server/modelling/enter-joint.ts';
import { featuresOf } from '~/server/modelling/store-sheets.ts';
import {
  earlierMarks,
  findJointCard,
  findOutcome,
  findStudy,
  finishStudy,
  firmsByCode,
  keepJointCard,
  keepMarks,
  lockBudget,
  readLimits,
  refuseStudy,
  type StudyRow,
} from '~/server/modelling/store-study.ts';
import { chanceOf, markOf } from '~/server/modelling/study-secret.ts';
import { type Walked, walkSheets } from '~/server/modelling/walk-sheets.ts';

/** A firm of a study: its last public sheet and how its loan went. */
type Case = { readonly walked: Walked; readonly uscc: string; readonly isBad: boolean };

/** What a study found before it may be told: its data as later ones see it, its card and what that would release. */
type Found = {
  readonly studied: Studied;
  readonly bads: number;
  /** The card is null where one that the bank brought was measured. */
  readonly trained: Result<
    { readonly card: StatisticalCard | null; readonly released: Release },
    StudyRefusal
  >;
};

/**
 * Runs an ordered study inside: joins the outcomes with public features, trains a card, and releases what the allow-list
 * names. One that is over is left alone, so that a repeated job changes nothing. The rows go when it ends. A bank
 * that may not read gets no answer: its study waits until it may.
 */
export async function runStudy(actor: Actor, id: string): Promise<void> {
  const { study, outcome, limits, earlier, mayRead } = await withActor(actor, async (tx) => {
    const row = await findStudy(tx, id);
    return {
      study: row,
      outcome: await findOutcome(tx, id),
      limits: await readLimits(tx, clock.today()),
      earlier: row ? await earlierMarks(tx, row.institutionId) : [],
      mayRead: row !== null && (await standingNow(tx, row.institutionId, clock.today())) === 'good',
    };
  });
  if (!study || !outcome || isOver(study) || !mayRead) return;
  const { cases, province } = await join(actor, insist(readOutcomes(outcome.content)));
  const frame = frameOf(cases);
  const studied = { marks: marksOf(study, cases), joined: hashOfFrame(frame) };
  const bads = cases.filter(({ isBad }) => isBad).length;
  const admitted = admitStudy(studied, bads, earlier, limits);
  const work: Work = { cases, province, limits, chance: chanceOf(study.institutionId, studied.joined) };
  const trained = !admitted.ok
    ? admitted
    : study.measures
      ? accept({ card: null, released: await measureOwn(actor, study.measures, work) })
      : trainAndRelease(study, frame, work);
  await withActor(actor, (tx) => answer(tx, actor, study, { studied, bads, trained }, limits));
}

type Work = {
  readonly cases: readonly Case[];
  readonly province: readonly Walked[];
  readonly limits: Limits;
  readonly chance: Chance;
};

function trainAndRelease(
  study: StudyRow,
  frame: Frame,
  { cases, province, limits, chance }: Work,
): Found['trained'] {
  const trained = train(study, frame);
  if (!trained.ok) return trained;
  const released = releaseStudy(trained.value, cases, province, limits, chance);
  return accept({ card: trained.value.card, released });
}

/** The noise depends on the card too: two cards over the same data draw their own, and each spends its own ε. */
async function measureOwn(
  actor: Actor,
  studyId: string,
  { cases, province, limits, chance }: Work,
): Promise<Release> {
  const kept = await withActor(actor, (tx) => findJointCard(tx, studyId));
  if (!kept) throw new Error(`no card of study ${studyId}`);
  const featuresIn = ({ sheet, card }: Walked) => featuresOf(card, sheet.values);
  const measured = cases.map(({ walked, isBad }) => ({ features: featuresIn(walked), isBad }));
  const own: Chance = (name) => chance(`${kept.hash} ${name}`);
  const card = statisticalCardSchema.parse(kept.body);
  return releaseSchema.parse(measureCard(card, measured, province.map(featuresIn), limits, own));
}

const isOver = ({ state }: StudyRow): boolean => state === 'done' || state === 'refused';

const marksOf = ({ institutionId }: StudyRow, cases: readonly Case[]): ReadonlySet<string> =>
  new Set(cases.map(({ uscc, isBad }) => markOf(institutionId, `${uscc},${Number(isBad)}`)));

/**
 * Answers a study, or refuses it. Answers of one bank wait for each other, and each is held once more against all that
 * were given until then: two that ran at once and differ by a firm are not both answered. That nothing ranks is an answer
 * too, since it depends on the joined data: its marks stay like those of a release.
 */
async function answer(tx: Tx, actor: Actor, { id, institutionId }: StudyRow, found: Found, limits: Limits) {
  await lockBudget(tx, institutionId);
  const study = await findStudy(tx, id);
  if (!study || isOver(study)) return;
  const { studied, bads, trained } = found;
  const admitted = admitStudy(studied, bads, await earlierMarks(tx, institutionId), limits);
  const ended = admitted.ok ? trained : admitted;
  await keepMarks(tx, id, admitted.ok ? studied : null);
  const detail = { studyId: id, outcome: ended.ok ? 'done' : ended.refusal.code };
  await appendAudit(tx, actor, { action: 'modelling.study-finished', detail });
  if (!ended.ok) {
    await refuseStudy(tx, id, ended.refusal, clock.now());
    return;
  }
  const { card, released } = ended.value;
  if (card) {
    await keepJointCard(tx, id, card, statisticalCardHash(card));
    await enterJointCard(tx, study, card);
  }
  await finishStudy(tx, id, released, clock.now());
}

/** The firms of the outcomes that have a public sheet, and all sheets of the province for comparison. */
async function join(actor: Actor, outcomes: readonly Outcome[]) {
  const firms = await withActor(actor, (tx) =>
    firmsByCode(
      tx,
      outcomes.map(({ uscc }) => uscc),
    ),
  );
  const codes = new Map(firms.map(({ id, uscc }) => [id, uscc]));
  const bad = new Map(outcomes.map(({ uscc, isBad }) => [uscc, isBad]));
  const cases: Case[] = [];
  const province: Walked[] = [];
  for await (const page of walkSheets(actor))
    for (const walked of page) {
      province.push(walked);
      const uscc = codes.get(walked.sheet.enterpriseId);
      if (uscc !== undefined) cases.push({ walked, uscc, isBad: bad.get(uscc) ?? false });
    }
  return { cases: cases.sort((a, b) => (a.uscc < b.uscc ? -1 : 1)), province };
}

/** Trains on features whose items are public: the only ones that a study may read. */
function train(study: StudyRow, frame: Frame): Result<TrainedCard, StudyRefusal> {
  const plan = {
    head: { version: jointVersion(study.id), label: { column: 'label', bad: '1' } },
    split: 'sha10',
    repeats: 0,
  } as const;
  const trained = trainWithRepeats(frame, plan);
  return trained.ok ? trained : refuse({ code: 'modelling.nothing-ranks' });
}

function frameOf(cases: readonly Case[]): Frame {
  const codes = [...new Set(cases.flatMap(({ walked }) => cardFeatures(walked.card)))];
  const rows = cases.map(({ walked, uscc, isBad }) => {
    const features = featuresOf(walked.card, walked.sheet.values);
    return { features, isBad, id: uscc };
  });
  return frameOfFirms(rows, codes);
}

function releaseStudy(
  { card, train: inside, test }: TrainedCard,
  cases: readonly Case[],
  province: readonly Walked[],
  limits: Limits,
  chance: Chance,
): Release {
  const score = openFirmCard(card);
  const pointsOf = ({ sheet, card: of }: Walked) => score(featuresOf(of, sheet.values)).milliPoints;
  const histogram = (walked: readonly Walked[]) => histogramOf(walked.map(pointsOf), rangeOf(card));
  const measured: Measured = {
    matched: cases.length,
    bads: cases.filter(({ isBad }) => isBad).length,
    trainAuc: inside.auc,
    testAuc: test?.auc ?? inside.auc,
    testKs: test?.ks ?? inside.ks,
    psi: stabilityIndex(histogram(province), histogram(cases.map(({ walked }) => walked))),
  };
  return releaseSchema.parse(releaseOf(card, measured, limits, chance));
}
