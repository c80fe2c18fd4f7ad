import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { contentHash } from '~/domain/monitoring/library/check-publish.ts';
import { diffSignals } from '~/domain/monitoring/library/signal-version.ts';
import type { DraftState } from '~/domain/policy/draft.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asSignal, signalKinds } from '~/server/monitoring/library/as-signal.ts';
import { stateOf } from '~/server/monitoring/library/backtest-state.ts';
import { itemsOf } from '~/server/monitoring/library/list-signals.ts';
import { defaultOrder } from '~/server/monitoring/library/order-backtest.ts';
import { examplesOf } from '~/server/monitoring/library/show-signal.ts';
import { readBackTestGate } from '~/server/monitoring/read-handling.ts';
import { findBacktestsOf, findTested, wasEverWatched } from '~/server/monitoring/store-backtest.ts';
import { findCategories, namesOfItems } from '~/server/monitoring/store-library.ts';
import { type DraftRow, findDraft, findSchemeVersions, namesOfPeople } from '~/server/policy/store-drafts.ts';

/** A draft of a signal with its examples run, what it changes, and the back-tests of it. */
export function showSignalDraft(actor: Actor, id: string) {
  return withActor(
    actor,
    async (tx): Promise<Result<SignalDraftData, { readonly code: 'policy.not-found' }>> => {
      const draft = await findDraft(tx, id, signalKinds);
      return draft ? accept(await pageOf(tx, actor, draft)) : refuse({ code: 'policy.not-found' });
    },
  );
}

export type SignalDraftData = Awaited<ReturnType<typeof pageOf>>;

async function pageOf(tx: Tx, actor: Actor, draft: DraftRow) {
  const signal = asSignal(draft);
  const versions = await findSchemeVersions(tx, draft.code, signalKinds);
  const base = versions.find((row) => row.version === draft.basedOn);
  const tests = await findBacktestsOf(tx, draft.id);
  const people = await namesOfPeople(tx, [
    draft.draftedBy,
    draft.decidedBy,
    ...tests.map((test) => test.orderedBy),
  ]);
  const hash = contentHash(signal.code, signal.body);
  const gate = await readBackTestGate(tx, clock.today());
  return {
    id: draft.id,
    state: draft.state as DraftState,
    note: draft.note,
    basedOn: draft.basedOn,
    signal,
    isMine: draft.draftedBy === asPerson(actor).userId,
    draftedBy: people.get(draft.draftedBy) ?? '',
    changedAt: draft.changedAt.toISOString(),
    decidedBy: people.get(draft.decidedBy ?? '') ?? null,
    decidedAt: draft.decidedAt?.toISOString() ?? null,
    today: clock.today() as string,
    examples: examplesOf(signal),
    differences: base ? diffSignals(asSignal(base), signal) : [],
    titles: [...(base ? asSignal(base).examples : []), ...signal.examples].map(({ zh, en }) => ({ zh, en })),
    items: await namesOfItems(tx, itemsOf(signal.body)),
    categories: await findCategories(tx, itemsOf(signal.body)),
    isTested: (await findTested(tx, signal.code, gate, clock.today())).includes(hash),
    gate,
    hasHistory: await wasEverWatched(tx),
    order: defaultOrder() as { readonly from: string; readonly to: string; readonly graceMonths: number },
    tests: tests.map((test) => testOf(test, hash, people)),
  };
}

type TestRow = Awaited<ReturnType<typeof findBacktestsOf>>[number];

const testOf = (test: TestRow, hash: string, people: ReadonlyMap<string, string>) => ({
  id: test.id,
  from: dayOfDate(test.fromOn) as string,
  to: dayOfDate(test.toOn) as string,
  state: stateOf(test),
  isCurrent: test.contentHash === hash,
  orderedBy: people.get(test.orderedBy ?? '') ?? null,
  orderedAt: test.orderedAt.toISOString(),
});
