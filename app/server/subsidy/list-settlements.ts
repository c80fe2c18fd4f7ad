import { addDays } from '~/domain/kernel/day.ts';
import { lastEnded, quarterStart } from '~/domain/subsidy/quarter.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readGuaranteeRules } from '~/server/guarantee/guarantee-policy.ts';
import { findAsked, findPools } from '~/server/subsidy/store-positions.ts';
import { findRuns, type RunRow } from '~/server/subsidy/store-runs.ts';
import { subsidyPayers } from '~/server/subsidy/subsidy-payers.ts';

const pageSize = 20;

/** The funds desk: pools, quarters that can be settled, settlements so far. */
export function listSettlements(actor: Actor, page: number) {
  return withActor(actor, async (tx) => {
    const runs = await findRuns(tx, null, pageSize + 1, page * pageSize);
    return {
      runs: runs.slice(0, pageSize).map(runOf),
      ...(await poolsOf(tx)),
      quarters: endedQuarters(4),
      today: clock.today() as string,
      page,
      more: runs.length > pageSize,
    };
  });
}

/** Every payer with what its pool holds and what settlements under way still ask of it. */
async function poolsOf(tx: Tx) {
  const payers = await subsidyPayers(tx);
  const { guarantorSubsidy } = await readGuaranteeRules(tx, clock.today());
  const held = new Map((await findPools(tx)).map((row) => [row.payer, row.fen]));
  const asked = new Map((await findAsked(tx, guarantorSubsidy.payer)).map((row) => [row.payer, row.fen]));
  const pools = [...new Set([...payers, ...held.keys()])].map((payer) => ({
    payer,
    fen: String(held.get(payer) ?? 0n),
    askedFen: String(asked.get(payer) ?? 0n),
  }));
  return { payers, pools };
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
