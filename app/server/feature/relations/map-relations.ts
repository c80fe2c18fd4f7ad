import { randomUUID } from 'node:crypto';
import { batchFollowers } from '#jobs/contract.ts';
import { type GraphStanding, graphStandings } from '~/domain/feature/relation-graph.ts';
import { addDays, type Day, dayAt, startOf } from '~/domain/kernel/day.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { type BatchTx, withBatchTransaction } from '~/server/db/batch-client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import {
  circleItem,
  controlItem,
  type DerivedFact,
  deliverDerived,
  followAll,
  followBatch,
  keepStandings,
  knownStandings,
  lastDeliveries,
  lockGraph,
  type StandingRow,
  tiesOn,
} from '~/server/feature/relations/store-relations.ts';

const actor: Actor = system('feature.relations');

/** What is said of the graph is said again after so many days even when nothing changed: silence would be staleness. */
const saidAgainDays = 30;

/**
 * Brings the relation graph to what the register's records say, of the firms of a batch or, without one, of the day, and
 * delivers what it makes of each firm — others in its guarantee circle, others under the same control — as records of
 * their own, which features read like any other. Returns how many records were added; done again, none.
 */
export function mapRelations(order: { readonly batchId: string | null }): Promise<number> {
  return withBatchTransaction(async (tx) => {
    await lockGraph(tx);
    if (order.batchId && (await followBatch(tx, order.batchId)) === 0) return 0;
    const { ties, derived } = await lastDeliveries(tx);
    if (!ties) return 0;
    if (!order.batchId) await followAll(tx);
    const knownAt = clock.now();
    const day = dayAt(knownAt);
    const changed = await changedStandings(tx, day);
    const isDue = !derived || derived < startOf(addDays(day, -saidAgainDays));
    if (changed.length === 0 && !isDue) return 0;
    return writeDown(tx, changed, knownAt);
  });
}

type Change = {
  readonly row: StandingRow;
  readonly circle: DerivedFact | null;
  readonly control: DerivedFact | null;
};

/** Firms of which the graph says something else than before; one that has lost its ties counts none. */
async function changedStandings(tx: BatchTx, day: Day): Promise<Change[]> {
  const found = graphStandings(await tiesOn(tx, day));
  const known = await knownStandings(tx);
  const firms = new Set([...found.keys(), ...known.keys()]);
  return [...firms].flatMap((firm) => {
    const now = found.get(firm) ?? { circleFirms: 0, controlFirms: 0 };
    const change = changeOf(firm, now, known.get(firm) ?? null, day);
    return change ? [change] : [];
  });
}

function changeOf(firm: string, now: GraphStanding, last: StandingRow | null, day: Day): Change | null {
  const isToday = last?.asOf === day;
  const make = (count: number, before: number, fact: string | null): DerivedFact | null =>
    last && count === before ? null : { firm, id: randomUUID(), count, supersedes: isToday ? fact : null };
  const circle = make(now.circleFirms, last?.circleFirms ?? 0, last?.circleFactId ?? null);
  const control = make(now.controlFirms, last?.controlFirms ?? 0, last?.controlFactId ?? null);
  if (!circle && !control) return null;
  const kept = (fresh: DerivedFact | null, before: string | null) => fresh?.id ?? (isToday ? before : null);
  return {
    circle,
    control,
    row: {
      firm,
      ...now,
      circleFactId: kept(circle, last?.circleFactId ?? null),
      controlFactId: kept(control, last?.controlFactId ?? null),
      asOf: day,
    },
  };
}

async function writeDown(tx: BatchTx, changed: readonly Change[], knownAt: Date): Promise<number> {
  const day = dayAt(knownAt);
  const facts = {
    [circleItem]: changed.flatMap(({ circle }) => circle ?? []),
    [controlItem]: changed.flatMap(({ control }) => control ?? []),
  };
  await keepStandings(
    tx,
    changed.map(({ row }) => row),
  );
  let added = 0;
  for (const [item, own] of Object.entries(facts)) {
    const batchId = randomUUID();
    await deliverDerived(tx, own, { item, batchId, knownAt, day });
    added += own.length;
    await recordChange(tx, actor, {
      kind: 'record.relations-mapped',
      subjectId: batchId,
      payload: { item, records: own.length },
      jobs: own.length > 0 ? batchFollowers.map((name) => ({ name, payload: { batchId } })) : [],
    });
  }
  await appendAudit(tx, actor, { action: 'feature.relations-mapped', detail: { records: added } });
  return added;
}
