import { addMonths, type Day, day } from '~/domain/kernel/day.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

const firstOf = (on: Day): Day => day(`${on.slice(0, 7)}-01`);

/** On the first of a month the month before is counted for every card; other days order nothing. */
export async function orderMonthEnd(tx: Tx, today: Day): Promise<void> {
  if (today !== firstOf(today)) return;
  await order(tx, system('modelling.monitor'), addMonths(today, -1), today);
}

/** The desk asks for the count of the running month; asked again on the same day in the same minute it is one job. */
export function orderMonitoring(actor: Actor): Promise<void> {
  return withActor(actor, async (tx) => {
    const month = firstOf(clock.today());
    await order(tx, actor, month, `${clock.today()}-${Math.floor(clock.now().getTime() / 60_000)}`);
    await appendAudit(tx, actor, { action: 'modelling.monitoring-ordered', detail: { month } });
  });
}

const order = (tx: Tx, actor: Actor, month: Day, ref: string): Promise<void> =>
  recordChange(tx, actor, {
    kind: 'modelling.monitoring-ordered',
    payload: { month },
    jobs: [{ name: 'modelling.monitor-month', payload: { month, ref } }],
  });
