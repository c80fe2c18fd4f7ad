import { pipeline } from 'node:stream/promises';
import { featureDefinition } from '~/domain/feature/definitions.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { ConsentId, EnterpriseId } from '~/domain/kernel/id.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import {
  type CoverageSpread,
  type Distribution,
  type GradeCounts,
  openDistribution,
} from '~/domain/score/distribution.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { type BatchTx, withBatchTransaction } from '~/server/db/batch-client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readSupplies } from '~/server/feature/store.ts';
import { readFirms } from '~/server/score/read-firms.ts';
import { openScorer, type RunWorld, type Scorer } from '~/server/score/score-firms.ts';
import { sheetLine } from '~/server/score/sheet-row.ts';
import { currentCard } from '~/server/score/store.ts';
import {
  activeEvaluations,
  countScored,
  lockRun,
  openFacts,
  openSheetStage,
  type RunItems,
  type Selection,
  writeChangedSheets,
} from '~/server/score/store-province.ts';

export type RunOrder = {
  readonly selection: Selection;
  readonly cause: 'batch' | 'on-demand';
  /** What was known then, for a history that is laid down afterwards; now when left out. */
  readonly knownAt?: Date;
  readonly progress?: { total(n: number): void; tick(n: number): void };
};

/** Grades and coverage of the public sheets; `full` counts firms scored under consent too, `written` new sheets. */
export type RunOutcome = {
  readonly firms: number;
  readonly grades: GradeCounts;
  readonly coverage: CoverageSpread;
  readonly full: number;
  readonly written: number;
};

const actor: Actor = system('score.province');

/**
 * Scores many firms in one run: facts stream out of the database firm after firm, sheets stream back into a stage, and
 * those that say something new are written with one event and one audit line for the run and one for each firm that
 * was evaluated under its consent. All or nothing; a repeated run writes nothing.
 */
export async function scoreProvince(order: RunOrder): Promise<RunOutcome> {
  const knownAt = order.knownAt ?? clock.now();
  return withBatchTransaction((reader) =>
    withBatchTransaction(async (writer) => {
      await lockRun(writer);
      const world = await readWorld(reader, knownAt);
      order.progress?.total(await countScored(reader, order.selection));
      const facts = await openFacts(reader, order.selection, itemsOf(world), knownAt);
      const stage = await openSheetStage(writer);
      const spread = openDistribution();
      const evaluated: Evaluated[] = [];
      const score = watched(openScorer(world), spread, evaluated);
      await pipeline(facts, (chunks: AsyncIterable<Buffer>) => sheetChunks(chunks, score, order), stage);
      const written = await writeChangedSheets(writer, { asOf: world.asOf, knownAt, cause: order.cause });
      const outcome = { ...summary(spread), full: evaluated.length, written };
      await writeDown(writer, order, evaluated, outcome);
      return outcome;
    }),
  );
}

type Evaluated = { readonly enterpriseId: EnterpriseId; readonly consentId: ConsentId };

async function readWorld(reader: BatchTx, knownAt: Date): Promise<RunWorld> {
  const asOf: Day = dayAt(knownAt);
  const consents = await activeEvaluations(reader, knownAt);
  return withActor(actor, async (tx) => ({
    card: await currentCard(tx),
    catalogue: await readCatalogue(tx, asOf),
    supplies: await readSupplies(tx, knownAt),
    consents,
    asOf,
  }));
}

/** The items that the card reads, by whether they need a consent; no other leaves the database. */
function itemsOf({ card, catalogue }: RunWorld): RunItems {
  const features = cardFeatures(card).map(featureDefinition);
  const seen = features.flatMap(({ absence }) => (typeof absence === 'object' ? absence.seen : []));
  const items = [...new Set(['registration.profile', ...features.flatMap((f) => f.items), ...seen])];
  const of = (sensitivity: string) =>
    items.filter((code) => catalogue.get(code)?.sensitivity === sensitivity);
  return { open: of('public'), consent: of('consent') };
}

/** The scorer, counting what it gives. */
const watched =
  (score: Scorer, spread: Distribution, evaluated: Evaluated[]): Scorer =>
  (firm) => {
    const results = score(firm);
    for (const { consentId, result } of results)
      if (consentId === null) spread.add(result);
      else evaluated.push({ enterpriseId: firm.id as EnterpriseId, consentId: consentId as ConsentId });
    return results;
  };

async function* sheetChunks(chunks: AsyncIterable<Buffer>, score: Scorer, { progress }: RunOrder) {
  for await (const firms of readFirms(chunks)) {
    yield firms.flatMap((firm) => score(firm).map((sheet) => sheetLine(firm.id, sheet))).join('');
    progress?.tick(firms.length);
  }
}

const summary = (spread: Distribution) => ({
  firms: spread.firms(),
  grades: spread.grades(),
  coverage: spread.coverage(),
});

async function writeDown(
  writer: BatchTx,
  order: RunOrder,
  evaluated: readonly Evaluated[],
  outcome: RunOutcome,
) {
  if (outcome.written > 0)
    await recordChange(writer, actor, {
      kind: 'score.batch-made',
      subjectId: order.selection === 'all' ? null : order.selection.batchId,
      payload: { firms: outcome.firms, written: outcome.written, grades: outcome.grades },
    });
  await appendAudit(writer, actor, {
    action: 'score.batch-made',
    detail: { firms: outcome.firms, full: outcome.full, written: outcome.written },
  });
  for (const { enterpriseId, consentId } of evaluated)
    await appendAudit(writer, actor, {
      action: 'score.evaluated',
      enterpriseId,
      purpose: 'evaluation',
      consentId,
    });
}
