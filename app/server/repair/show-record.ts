import { type Day, dayAt, daysBetween } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { pendingSpans } from '~/domain/objection/objection.ts';
import { type RecordEvent, standingOf } from '~/domain/objection/standing.ts';
import { outlookOf, regimeOn } from '~/domain/repair/regime.ts';
import { isRepairPending } from '~/domain/repair/repair.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { recordShown } from '~/server/objection/record-view.ts';
import { statementOf } from '~/server/objection/show-objection.ts';
import { type DatedObjection, type Objection, objectionsTo } from '~/server/objection/store.ts';
import {
  findStatement,
  findVersions,
  headOf,
  isLive,
  itemWordsOf,
  type VersionRow,
} from '~/server/objection/store-record.ts';
import { classed, readRepairRegimes } from '~/server/repair/read-regimes.ts';
import { type Repair, repairsOf } from '~/server/repair/store.ts';

/**
 * One record of the actor's firm with everything that can be done about it: all versions, where it stands and what
 * others see of it, the objections and repairs there were, the firm's statement, and what repair holds.
 */
export function showRecord(
  actor: Actor,
  factId: string,
): Promise<Result<RecordPage, { readonly code: 'objection.record-not-found' }>> {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    const rows = await findVersions(tx, enterpriseId, factId);
    const head = headOf(rows);
    if (!head) return refuse({ code: 'objection.record-not-found' });
    const key = { enterpriseId, item: head.item, sourceKey: head.sourceKey };
    const objections = await objectionsTo(tx, enterpriseId, head.item, head.sourceKey);
    const repairs = await repairsOf(tx, enterpriseId, head.item, head.sourceKey);
    const words = await itemWordsOf(tx, head.item, head.itemVersion, head.providerId);
    return accept({
      factId,
      record: recordShown(rows, words, 'subject'),
      standing: standingOf(eventsOf(rows, objections, repairs)),
      statement: statementOf(await findStatement(tx, key)),
      objections: objections.map(({ id, state, receivedAt, verdict }) => ({
        id,
        state,
        verdict,
        on: dayAt(receivedAt) as string,
      })),
      repairs: repairs.map(({ id, kind, state, filedAt }) => ({
        id,
        kind,
        state,
        on: dayAt(filedAt) as string,
      })),
      repairPending: repairs.some(({ state }) => isRepairPending(state)),
      repair: isLive(head) ? await repairOf(tx, head) : null,
      today: clock.today() as string,
    });
  });
}

export type RecordPage = {
  readonly factId: string;
  readonly record: ReturnType<typeof recordShown>;
  readonly standing: ReturnType<typeof standingOf>;
  readonly statement: ReturnType<typeof statementOf>;
  readonly objections: readonly {
    id: string;
    state: Objection['state'];
    verdict: Objection['verdict'];
    on: string;
  }[];
  readonly repairs: readonly { id: string; kind: Repair['kind']; state: Repair['state']; on: string }[];
  readonly repairPending: boolean;
  readonly repair: Awaited<ReturnType<typeof repairOf>>;
  readonly today: string;
};

/** The events of edge case 15 as the tables hold them. */
function eventsOf(
  rows: readonly VersionRow[],
  objections: readonly DatedObjection[],
  repairs: readonly Repair[],
): RecordEvent[] {
  const events: RecordEvent[] = [];
  for (const row of rows) {
    const on = dayAt(row.knownAt);
    if (row.op === 'revoke') events.push({ kind: 'revoked', on });
    if (row.op === 'seal') events.push({ kind: 'sealed', of: row.id, on });
    if (row.op === 'correct' && row.supersedes) events.push({ kind: 'restored', of: row.supersedes, on });
  }
  for (const objection of objections)
    for (const [round, { from, to }] of pendingSpans(objection.days).entries()) {
      const of = `${objection.id} ${round}`;
      events.push({ kind: 'objection-filed', of, on: from, suspends: objection.suspends });
      if (to) events.push({ kind: 'objection-ended', of, on: to });
    }
  for (const { id: of, filedAt, closedAt, decidedAt } of repairs) {
    events.push({ kind: 'repair-filed', of, on: dayAt(filedAt) });
    const ended = closedAt ?? decidedAt;
    if (ended) events.push({ kind: 'repair-ended', of, on: dayAt(ended) });
  }
  return events;
}

/** What repair holds for the record today; null when it does not apply. */
async function repairOf(tx: Tx, head: VersionRow) {
  const regimes = await readRepairRegimes(tx);
  const outlook = head.occurredOn ? outlookOf(regimes, head.occurredOn as Day, classed(head)) : null;
  if (!outlook) return null;
  const regime = regimes.find(({ version }) => version === outlook.version) ?? regimes[0];
  return {
    ...outlook,
    duties: regimeOn(regimes, clock.today()).duties,
    daysLeft: Math.max(0, daysBetween(clock.today(), outlook.earliest)),
    rule: {
      name: { zh: regime?.nameZh ?? '', en: regime?.nameEn ?? '' },
      legalBasis: regime?.legalBasis ?? '',
      legalBasisEn: regime?.legalBasisEn ?? '',
      hasUnverified: (regime?.unverified.length ?? 0) > 0,
    },
  };
}
