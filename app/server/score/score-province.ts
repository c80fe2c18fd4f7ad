import type { ConsentId, EnterpriseId } from '~/domain/kernel/id.ts';
import { gradeNames } from '~/domain/score/columnar/card-tape.ts';
import type { ScoreTask } from '~/domain/score/columnar/score-range.ts';
import {
  type CoverageSpread,
  type Distribution,
  type GradeCounts,
  openDistribution,
} from '~/domain/score/distribution.ts';
import type { ScoreResult } from '~/domain/score/sheet.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { appendAudit, inChainOrder } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { type BatchTx, connectBatch, withBatchTransaction } from '~/server/db/batch-client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { beginSegments, type Segments } from '~/server/feature/segments/open-segments.ts';
import { guessFacts } from '~/server/feature/segments/store-segments.ts';
import { readWorld } from '~/server/score/columnar/read-world.ts';
import { resultOf } from '~/server/score/columnar/result-of.ts';
import {
  dueFirms,
  forgetRuns,
  isAsBefore,
  keepWatermark,
  noteChanges,
  remember,
} from '~/server/score/columnar/run-memory.ts';
import {
  chooseSubjects,
  type Plan,
  planOf,
  type RunWorld,
  type Subjects,
  subjectsOf,
} from '~/server/score/columnar/run-world.ts';
import { withThreads } from '~/server/score/columnar/thread-pool.ts';
import { scoreExactly } from '~/server/score/score-exactly.ts';
import type { FirmSheet } from '~/server/score/sheet-row.ts';
import { firmsOfBatch, lockRun, type Selection, storeSheets } from '~/server/score/store-province.ts';
import { storeExactStandings, storeStandings } from '~/server/score/store-standing.ts';

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
 * Scores many firms in one run: the columnar segments are brought up to date, the kernel folds every firm's rows, sheets
 * stream into a stage, and those that say something new are written with one event and one audit line for the run and
 * one for each firm that was evaluated under its consent. All or nothing; a repeated run writes nothing.
 */
export async function scoreProvince(order: RunOrder): Promise<RunOutcome> {
  const knownAt = order.knownAt ?? clock.now();
  const second = connectBatch();
  second.catch(() => undefined); // whoever waits for it hears of it
  try {
    return await withBatchTransaction((writer) => runAndWrite(writer, order, knownAt, second));
  } catch (fault) {
    forgetRuns(); // what it took for written is not
    throw fault;
  } finally {
    await second.then(
      (client) => client.end(),
      () => undefined,
    );
  }
}

async function runAndWrite(
  writer: BatchTx,
  order: RunOrder,
  knownAt: Date,
  second: ReturnType<typeof connectBatch>,
): Promise<RunOutcome> {
  await lockRun(writer);
  return withThreads(await guessFacts(writer), async (pool) => {
    const opening = beginSegments(second);
    const [segments, world] = await Promise.all([opening.segments, readWorld(writer, knownAt)]);
    const subjects = await subjectsOfRun(writer, world, segments, order);
    const plan = planOf(world, segments, subjects);
    order.progress?.total(
      plan.task.firm.length - subjects.consents.filter(Boolean).length + plan.wide.length,
    );
    await (await pool()).run(plan.task);
    const tally: Tally = { spread: openDistribution(), evaluated: [], exact: [] };
    const sheets = { all: sheetsOf(plan, world, tally, order), most: plan.task.firm.length };
    const moment = { asOf: world.asOf, knownAt, cause: order.cause };
    const [, written] = await Promise.all([
      // the database works on these while the sheets are worded
      order.knownAt ? null : storeStandings(writer, plan, segments.table.firms.keys, world),
      storeSheets(writer, sheets, moment),
      opening.kept,
    ]);
    const outcome = { ...summary(tally.spread), full: tally.evaluated.length, written };
    const down = writeDown(writer, order, tally.evaluated, outcome);
    if (!order.knownAt) remember(plan, subjects, typeof order.selection === 'string' ? knownAt : null);
    await down;
    if (!order.knownAt) await storeExactStandings(writer, tally.exact, world);
    await keepWatermark(writer, segments);
    return outcome;
  });
}

/** Whom a run looks at; what the segments say has changed is kept until a run has looked at it. */
async function subjectsOfRun(
  tx: BatchTx,
  world: RunWorld,
  segments: Segments,
  order: RunOrder,
): Promise<Subjects> {
  await noteChanges(tx, world, segments);
  const subjects = chooseSubjects(world, segments, await chosenFirms(tx, segments, order.selection));
  return order.selection === 'due' ? subjectsOf(subjects, dueFirms(world, subjects)) : subjects;
}

type Evaluated = { readonly enterpriseId: EnterpriseId; readonly consentId: ConsentId };
type Tally = {
  readonly spread: Distribution;
  readonly evaluated: Evaluated[];
  /** Public results of the firms that doubles do not hold. */
  readonly exact: { readonly firm: string; readonly result: ScoreResult }[];
};

/** The places of the firms that a run scores: cancelled and moved-out ones have left (domain.md row D1). */
async function chosenFirms(tx: BatchTx, { table }: Segments, selection: Selection): Promise<number[]> {
  const isScored = (firm: number) => table.scored[firm] === 1;
  if (typeof selection === 'string') {
    const firms: number[] = [];
    for (let firm = 0; firm < table.firms.size; firm++) if (isScored(firm)) firms.push(firm);
    return firms;
  }
  const ids = await firmsOfBatch(tx, selection.batchId);
  return ids
    .map((id) => table.firms.find(Buffer.from(id.replaceAll('-', ''), 'hex'), 0))
    .filter((firm) => firm >= 0 && isScored(firm));
}

/** The sheets of a plan, counted as they pass; a run over what is due leaves out those that say nothing new. */
async function* sheetsOf(
  plan: Plan,
  world: RunWorld,
  tally: Tally,
  { progress, selection }: RunOrder,
): AsyncGenerator<FirmSheet> {
  const { task, consentOf, wide } = plan;
  for (let subject = 0; subject < task.firm.length; subject++) {
    const consentId = consentOf(subject)?.consentId ?? null;
    count(tally, { firm: () => plan.idOf(subject), consentId, ...standing(task, subject) });
    if (consentId === null) progress?.tick(1);
    if (selection === 'due' && isAsBefore(plan, subject)) continue;
    yield { firm: plan.idOf(subject), consentId, result: resultOf(world.card, task, subject) };
  }
  for (const firm of wide)
    for (const { consentId, result } of await scoreExactly(world, firm)) {
      count(tally, { firm: () => firm, consentId, ...result });
      if (consentId === null) {
        progress?.tick(1);
        tally.exact.push({ firm, result });
      }
      yield { firm, consentId, result };
    }
}

/** Grade and coverage of a subject, as the kernel left them. */
const standing = ({ scores }: ScoreTask, subject: number) => ({
  grade: gradeNames[scores.grade[subject] as number] ?? 'insufficient',
  coveragePpm: scores.coverage[subject] as number,
});

type Counted = Parameters<Distribution['add']>[0] & {
  readonly firm: () => string;
  readonly consentId: string | null;
};

function count(
  { spread, evaluated }: Pick<Tally, 'spread' | 'evaluated'>,
  { firm, consentId, grade, coveragePpm }: Counted,
): void {
  if (consentId === null) spread.add({ grade, coveragePpm });
  else evaluated.push({ enterpriseId: firm() as EnterpriseId, consentId: consentId as ConsentId });
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
      subjectId: typeof order.selection === 'string' ? null : order.selection.batchId,
      payload: { firms: outcome.firms, written: outcome.written, grades: outcome.grades },
      jobs:
        typeof order.selection === 'string'
          ? []
          : [{ name: 'match.refresh-batch', payload: order.selection }],
    });
  for (const { enterpriseId, consentId } of inChainOrder(evaluated, (each) => each.enterpriseId))
    await appendAudit(writer, actor, {
      action: 'score.evaluated',
      enterpriseId,
      purpose: 'evaluation',
      consentId,
    });
  await appendAudit(writer, actor, {
    action: 'score.batch-made',
    detail: { firms: outcome.firms, full: outcome.full, written: outcome.written },
  });
}
