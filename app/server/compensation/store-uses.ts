import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';

/** What was used of limits, by scope and day: paid from the day of the movement, reserved from that of the hold; in fen. */
export const usesOf = (tx: Tx, scopes: readonly string[]) => tx.$queryRaw<
  { scope: string; since: Day; amount: bigint }[]
>`
  select u.scope, coalesce(t.effective_on, h.placed_on)::text as since, sum(u.amount_fen)::bigint as amount
  from ledger_use u left join ledger_transaction t on t.id = u.transaction_id left join ledger_hold h on h.id = u.hold_id
  where u.scope = any(${[...scopes]}) group by 1, 2`;
