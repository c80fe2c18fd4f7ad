import { randomUUID } from 'node:crypto';
import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { contentHash } from '~/domain/monitoring/library/check-publish.ts';
import type { SignalVersion } from '~/domain/monitoring/library/signal-version.ts';
import { type Actor, type Person, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asSignal, signalKinds } from '~/server/monitoring/library/as-signal.ts';
import { signalInForce } from '~/server/monitoring/library/list-signals.ts';
import { runBacktest } from '~/server/monitoring/library/run-backtest.ts';
import { addBacktest, findFirstDay } from '~/server/monitoring/store-backtest.ts';
import { findDraft, findSchemeVersions } from '~/server/policy/store-drafts.ts';

export type BacktestOrder = { readonly from: Day; readonly to: Day; readonly graceMonths: number };
export type BacktestRefusal =
  | { readonly code: 'policy.not-found' | 'policy.decided-already' | 'monitoring.backtest-range' }
  | { readonly code: 'monitoring.before-loans'; readonly first: string };

const mostMonths = 36;

/** The last twelve months up to today, and three months in which an alert may prove right. */
export const defaultOrder = (): BacktestOrder => {
  const to = clock.today();
  return { from: addMonths(to, -12), to, graceMonths: 3 };
};

const isInRange = ({ from, to }: BacktestOrder): boolean =>
  from <= to && to <= clock.today() && addMonths(from, mostMonths) >= to;

type Tested = { readonly signal: SignalVersion; readonly draftId: string | null };

/** The order from the first day on which there was a loan; refused where it ends before that. */
async function withLoans(tx: Tx, order: BacktestOrder): Promise<Result<BacktestOrder, BacktestRefusal>> {
  const first = await findFirstDay(tx);
  if (first === null || first <= order.from) return accept(order);
  return first <= order.to
    ? accept({ ...order, from: first })
    : refuse({ code: 'monitoring.before-loans', first });
}

async function write(
  tx: Tx,
  actor: Actor,
  { signal, draftId }: Tested,
  order: BacktestOrder,
): Promise<string> {
  const id = randomUUID();
  const { code, version, body } = signal;
  const orderedBy = actor.kind === 'person' ? actor.userId : null;
  const hash = contentHash(code, body);
  await addBacktest(tx, {
    id,
    code,
    version,
    draftId,
    contentHash: hash,
    body,
    ...order,
    orderedBy,
    at: clock.now(),
  });
  const payload = { code, version, draft: draftId, contentHash: hash };
  await recordChange(tx, actor, {
    kind: 'monitoring.backtest-ordered',
    subjectId: id,
    payload,
    jobs: actor.kind === 'person' ? [{ name: 'monitoring.backtest', payload: { backtestId: id } }] : [],
  });
  await appendAudit(tx, actor, {
    action: 'monitoring.backtested',
    detail: { backtest: id, ...order, ...payload },
  });
  return id;
}

/** Orders a back-test of a draft as it stands; a worker runs it. The value is its id. */
export async function orderBacktest(
  actor: Person,
  draftId: string,
  order: BacktestOrder,
): Promise<Result<string, BacktestRefusal>> {
  if (!isInRange(order)) return refuse({ code: 'monitoring.backtest-range' });
  return withActor(actor, async (tx): Promise<Result<string, BacktestRefusal>> => {
    const draft = await findDraft(tx, draftId, signalKinds);
    if (!draft) return refuse({ code: 'policy.not-found' });
    if (draft.state !== 'draft') return refuse({ code: 'policy.decided-already' });
    const clipped = await withLoans(tx, order);
    if (!clipped.ok) return clipped;
    return accept(await write(tx, actor, { signal: asSignal(draft), draftId }, clipped.value));
  });
}

/** Runs a back-test of a draft, or of the version of a signal that is in force, at once. The value is its id. */
export async function backtestNow(
  what: { readonly code: string; readonly draftId: string | null },
  order: BacktestOrder,
  onLoans?: (done: number, total: number) => void,
): Promise<Result<string, BacktestRefusal>> {
  const actor = system('cli.signals');
  if (!isInRange(order)) return refuse({ code: 'monitoring.backtest-range' });
  const written = await withActor(actor, async (tx): Promise<Result<string, BacktestRefusal>> => {
    const tested = await findTestedSignal(tx, what.code, what.draftId);
    if (!tested) return refuse({ code: 'policy.not-found' });
    const clipped = await withLoans(tx, order);
    return clipped.ok ? accept(await write(tx, actor, tested, clipped.value)) : clipped;
  });
  if (written.ok) await runBacktest(actor, written.value, onLoans);
  return written;
}

async function findTestedSignal(tx: Tx, code: string, draftId: string | null): Promise<Tested | null> {
  if (draftId) {
    const draft = await findDraft(tx, draftId, signalKinds);
    return draft && draft.code === code && draft.state === 'draft'
      ? { signal: asSignal(draft), draftId }
      : null;
  }
  const signal = signalInForce(
    (await findSchemeVersions(tx, code, signalKinds)).map(asSignal),
    clock.today(),
  );
  return signal ? { signal, draftId: null } : null;
}
