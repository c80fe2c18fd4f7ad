import type { Day } from '~/domain/kernel/day.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import type { CloseRefusal, HandRefusal } from '~/domain/ledger/refusal.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Reader, Writer } from '~/server/db/client.ts';
import { resultOf } from '~/server/ledger/answer.ts';
import { personOf } from '~/server/ledger/columns.ts';
import { callClosePeriod } from '~/server/ledger/store.ts';

export type ClosedPeriod = { readonly transactions: number; readonly digest: string };

/**
 * Closes every day up to `endsOn` (关账): nothing is posted there again, and the digest of its rows goes into the
 * platform's audit chain, so that a row changed afterwards is found even by who trusts no database.
 */
export async function closePeriod(
  tx: Reader & Writer,
  actor: Actor,
  endsOn: Day,
): Promise<Result<ClosedPeriod, CloseRefusal | HandRefusal>> {
  const today = clock.today();
  if (endsOn >= today) return refuse({ code: 'ledger.period-not-over', today });
  const answer = await callClosePeriod(tx, endsOn, { at: clock.now(), by: personOf(actor) });
  const closed = resultOf<ClosedPeriod, CloseRefusal | HandRefusal>(answer, (facts) => ({
    transactions: Number(facts.transactions),
    digest: String(facts.digest),
  }));
  if (closed.ok)
    await appendAudit(tx, actor, { action: 'ledger.period-closed', detail: { endsOn, ...closed.value } });
  return closed;
}
