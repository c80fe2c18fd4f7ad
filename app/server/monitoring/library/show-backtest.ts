import { z } from 'zod';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { changes } from '~/domain/monitoring/library/backtest-figures.ts';
import type { Actor } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { signalKinds } from '~/server/monitoring/library/as-signal.ts';
import { failureOf, isLate, stateOf } from '~/server/monitoring/library/backtest-state.ts';
import {
  type BacktestResult,
  type BacktestRow,
  findBacktest,
  findTestedLoans,
} from '~/server/monitoring/store-backtest.ts';
import { findDraft, namesOfPeople } from '~/server/policy/store-drafts.ts';

export const backtestParams = z.object({ id: z.uuid() });
export const backtestQuery = z.object({
  change: z.enum(changes).optional().catch(undefined),
  page: z.coerce.number().int().min(0).max(100_000).catch(0).default(0),
});
type Wish = z.output<typeof backtestQuery>;

const pageSize = 25;

/** One back-test: how far it has come, its figures, and a page of the firms that either version warns of. */
export function showBacktest(actor: Actor, id: string, wish: Wish) {
  return withActor(
    actor,
    async (tx): Promise<Result<BacktestPageData, { readonly code: 'monitoring.backtest-unknown' }>> => {
      const row = await findBacktest(tx, id);
      return row ? accept(await pageOf(tx, row, wish)) : refuse({ code: 'monitoring.backtest-unknown' });
    },
  );
}

export type BacktestPageData = Awaited<ReturnType<typeof pageOf>>;

async function pageOf(tx: Tx, row: BacktestRow, { change, page }: Wish) {
  const people = await namesOfPeople(tx, [row.orderedBy]);
  const draft = row.draftId ? await findDraft(tx, row.draftId, signalKinds) : null;
  const loans = await findTestedLoans(tx, row.id, change, pageSize + 1, page * pageSize);
  return {
    id: row.id,
    code: row.signalCode,
    version: row.signalVersion,
    draftId: row.draftId,
    isOn: (row.body as { readonly active: boolean }).active,
    from: dayOfDate(row.fromOn) as string,
    to: dayOfDate(row.toOn) as string,
    graceMonths: row.graceMonths,
    state: stateOf(row),
    failure: failureOf(row),
    failedAt: (row.finishedAt ?? row.toldAt)?.toISOString() ?? null,
    isLate: isLate(row),
    canOrder: draft?.state === 'draft',
    done: row.loansDone,
    total: row.loansTotal,
    orderedBy: people.get(row.orderedBy ?? '') ?? null,
    orderedAt: row.orderedAt.toISOString(),
    result: row.result as BacktestResult | null,
    loans: loans.slice(0, pageSize),
    change: change ?? null,
    page,
    more: loans.length > pageSize,
  };
}
