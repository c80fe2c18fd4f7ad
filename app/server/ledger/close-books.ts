import type { Day } from '~/domain/kernel/day.ts';
import type { Result } from '~/domain/kernel/result.ts';
import type { CloseRefusal, HandRefusal } from '~/domain/ledger/refusal.ts';
import type { Person } from '~/server/access/actor.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type ClosedPeriod, closePeriod } from '~/server/ledger/close-period.ts';

/** The funds desk closes the books up to a day: row, event and audit line in one transaction. */
export function closeBooks(
  actor: Person,
  endsOn: Day,
): Promise<Result<ClosedPeriod, CloseRefusal | HandRefusal>> {
  return withActor(actor, async (tx) => {
    const closed = await closePeriod(tx, actor, endsOn);
    if (closed.ok)
      await recordChange(tx, actor, { kind: 'ledger.period-closed', payload: { endsOn, ...closed.value } });
    return closed;
  });
}
