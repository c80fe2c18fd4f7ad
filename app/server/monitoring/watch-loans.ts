import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { AlertHandling } from '~/domain/monitoring/alert-handling.ts';
import { curedAlerts, intakeOf } from '~/domain/monitoring/dedup.ts';
import { evaluateSignals } from '~/domain/monitoring/evaluate.ts';
import { itemsOfSignal, type Signal } from '~/domain/monitoring/signal.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { inChainOrder } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { permitUse } from '~/server/consent/permit-use.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import type { Reader, Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { clearCured } from '~/server/monitoring/clear-cured.ts';
import { raiseAlert } from '~/server/monitoring/raise-alert.ts';
import { readHandling } from '~/server/monitoring/read-handling.ts';
import { movedBy, noArrears, screenLoans } from '~/server/monitoring/screen-loans.ts';
import { findArrears } from '~/server/monitoring/store-screen.ts';
import { type Share, siftBetween, siftTouched } from '~/server/monitoring/store-sieve.ts';
import {
  findBatchItems,
  findKnownAlerts,
  findPageEnd,
  findPublicItems,
  findWatchedFacts,
  type WatchedLoan,
} from '~/server/monitoring/store-watch.ts';
import { findInForce } from '~/server/policy/store.ts';

export type Watched = {
  readonly loans: number;
  readonly raised: number;
  readonly merged: number;
  readonly cleared: number;
};

/** The signals in force today. */
export async function signalsToday(tx: Tx): Promise<Signal[]> {
  const rows = await findInForce(tx, 'signal', clock.today());
  return rows.map((row) => ({ code: row.code, version: row.version, body: row.body }) as unknown as Signal);
}

/**
 * Live loans of which one of the signals that a batch bears on may have something new to say, told apart outside of any
 * transaction that writes.
 */
export async function touchedBy(
  batchId: string,
): Promise<{ readonly loans: WatchedLoan[]; readonly signals: Signal[] }> {
  const all = await withActor(system('monitoring.watch'), signalsToday);
  const brought = await withBatchTransaction(async (tx) => findBatchItems(tx, batchId));
  const signals = movedBy(
    all,
    brought.map(({ item }) => item),
  );
  if (signals.length === 0) return { loans: [], signals };
  const records = brought.reduce((sum, each) => sum + each.records, 0);
  const loans = await inShares(records, (tx, share) =>
    siftTouched(tx, batchId, { signals, today: clock.today(), share }),
  );
  return { loans, signals };
}

/** Of the next live loans in the order of their ids those that a new day may bring something for, and where they end. */
export async function nextOfDay(
  after: string,
  atOnce: number,
  signals: readonly Signal[],
): Promise<{ readonly loans: WatchedLoan[]; readonly last: string } | null> {
  const last = await withBatchTransaction((tx) => findPageEnd(tx, after, atOnce));
  if (last === null) return null;
  const loans = await inShares(atOnce, (tx, share) =>
    siftBetween(tx, [after, last], { signals, today: clock.today(), share }),
  );
  return { loans, last };
}

const worthTwo = 1_000;

/** Asks of many firms by two connections at once, since the database spends most of the time. */
async function inShares<Row>(
  size: number,
  ask: (tx: Reader, share: Share) => Promise<Row[]>,
): Promise<Row[]> {
  const of = size < worthTwo ? 1 : 2;
  const parts = Array.from({ length: of }, (_, part) => withBatchTransaction((tx) => ask(tx, { part, of })));
  return (await Promise.all(parts)).flat();
}

/** Of some loans those that are worth a closer look, told apart outside of any transaction that writes. */
export const screened = (loans: readonly WatchedLoan[], signals: readonly Signal[]): Promise<WatchedLoan[]> =>
  withBatchTransaction((tx) => screenLoans(tx, loans, signals, clock.today()));

/**
 * Looks at live loans under a live monitoring consent: raises, merges and clears alerts. Those of which nothing new can be said are
 * told by sets and left alone. Looking twice finds nothing new. In the caller's transaction, as the platform.
 */
export async function watchLoans(
  tx: Tx,
  actor: Actor,
  loans: readonly WatchedLoan[],
  batchId: string | null = null,
): Promise<Watched> {
  const signals = await signalsToday(tx);
  return lookClosely(tx, actor, await screenLoans(tx, loans, signals, clock.today()), signals, batchId);
}

/** Looks at each of some loans under its own consent; `loans` counts those that may be looked at. */
export async function lookClosely(
  tx: Tx,
  actor: Actor,
  loans: readonly WatchedLoan[],
  signals: readonly Signal[],
  batchId: string | null = null,
): Promise<Watched> {
  const done = { loans: 0, raised: 0, merged: 0, cleared: 0 };
  if (loans.length === 0) return done;
  const publicItems = await findPublicItems(tx);
  const handling = await readHandling(tx, clock.today());
  for (const loan of inChainOrder(loans, (each) => each.enterprise_id)) {
    const seen = await watchLoan(tx, actor, loan, { signals, publicItems, handling, batchId });
    if (!seen) continue;
    done.loans += 1;
    done.raised += seen.raised;
    done.merged += seen.merged;
    done.cleared += seen.cleared;
  }
  return done;
}

/**
 * Whether the firm agreed that this lender watches it, as of now; its consents stay locked. Who took a loan over agreed
 * for itself: no consent came along (PIPL 22–23), and what it gives names the lender, not the application.
 */
const mayWatch = (tx: Tx, loan: WatchedLoan) =>
  permitUse(tx, {
    enterpriseId: loan.enterprise_id as EnterpriseId,
    institutionId: loan.institution_id as InstitutionId,
    purpose: 'post-loan',
    items: 'granted',
    fetchType: 'periodic',
    // a consent given with an offer serves that product alone
    ...(loan.enterprise_id === loan.borrower_id && { applicationId: loan.application_id }),
  });

type Watch = {
  readonly signals: readonly Signal[];
  readonly publicItems: readonly string[];
  readonly handling: AlertHandling;
  readonly batchId: string | null;
};

async function watchLoan(tx: Tx, actor: Actor, loan: WatchedLoan, watch: Watch) {
  const { signals, publicItems, handling, batchId } = watch;
  const permit = await mayWatch(tx, loan);
  if (!permit.ok) return null; // no live monitoring consent: nothing is looked at
  const today = clock.today();
  const open = new Set([...permit.value.items, ...publicItems]);
  const items = [...new Set(signals.flatMap(itemsOfSignal))].filter((item) => open.has(item));
  const { shown: facts, all } = await findWatchedFacts(tx, loan, items);
  const arrears = (await findArrears(tx, [loan.borrower_id], [loan.id], today)).get(loan.id) ?? noArrears;
  const hits = evaluateSignals({ loanId: loan.id, facts, arrears }, signals, today);
  // A record that is suspended while disputed raises nothing, and its alert is not cured by that.
  const standing =
    all.length === facts.length
      ? hits
      : evaluateSignals({ loanId: loan.id, facts: all, arrears }, signals, today);
  const known = await findKnownAlerts(tx, loan);
  const done = { raised: 0, merged: 0, cleared: 0 };
  for (const hit of hits) {
    const intake = intakeOf(hit, known, today, handling.dedupWindowDays);
    const outcome = await raiseAlert(tx, actor, {
      loan,
      facts,
      intake,
      signals,
      handling,
      batchId,
      consentId: permit.value.consentId,
    });
    if (outcome) done[outcome] += 1;
  }
  for (const alert of curedAlerts(known, standing)) {
    await clearCured(tx, actor, loan, alert.id);
    done.cleared += 1;
  }
  return done;
}
