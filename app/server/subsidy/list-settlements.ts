import { addDays } from '~/domain/kernel/day.ts';
import { lastEnded, quarterStart } from '~/domain/subsidy/quarter.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findPools } from '~/server/subsidy/store-positions.ts';
import { findRuns, type RunRow } from '~/server/subsidy/store-runs.ts';

const pageSize = 20;

/** The funds desk: pools, quarters that can be settled, settlements so far. */
export function listSettlements(actor: Actor, page: number) {
  return withActor(actor, async (tx) => {
    const runs = await findRuns(tx, null, pageSize + 1, page * pageSize);
    const pools = await findPools(tx);
    return {
      runs: runs.slice(0, pageSize).map(runOf),
      pools: pools.map(({ code, zh, en, fen }) => ({ code, zh, en, fen: fen.toString() })),
      quarters: endedQuarters(4),
      today: clock.today() as string,
      page,
      more: runs.length > pageSize,
    };
  });
}

/** The last quarters that have ended, the latest first. */
function endedQuarters(n: number): string[] {
  const quarters = [lastEnded(clock.today())];
  while (quarters.length < n) {
    const [oldest] = quarters.slice(-1);
    if (!oldest) break;
    quarters.push(lastEnded(addDays(quarterStart(oldest), 0)));
  }
  return quarters;
}

export const runOf = (row: RunRow) => ({
  id: row.id,
  quarter: row.quarter,
  state: row.state,
  maker: row.maker,
  checker: row.checker,
  orderedAt: row.ordered_at.toISOString(),
  decidedAt: row.decided_at?.toISOString() ?? null,
  note: row.note,
  loans: row.loans,
  firms: row.firms,
  amountFen: row.amount_fen.toString(),
  paidFen: row.paid_fen.toString(),
});
