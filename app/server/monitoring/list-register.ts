import { addMonths, type Day, startOf } from '~/domain/kernel/day.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { entryOf } from '~/server/monitoring/list-alerts.ts';
import { type AlertFilter, countAlerts, findAlerts } from '~/server/monitoring/store.ts';

export type RegisterFilter = {
  readonly state: 'live' | 'overdue' | 'closed' | 'all';
  readonly severity?: string | undefined;
  /** `YYYY-MM`: raised in that month. */
  readonly month?: string | undefined;
};

const pageSize = 25;

/** The register of alerts on all lenders' loans for the risk desk: a page, and how many there are. */
export async function listRegister(actor: Actor, { state, severity, month }: RegisterFilter, page: number) {
  const now = clock.now();
  const first = month ? (`${month}-01` as Day) : null;
  const filter: AlertFilter = {
    severity,
    ...((state === 'live' || state === 'closed') && { state }),
    ...(state === 'overdue' && { unansweredAt: now }),
    ...(first && { raised: [startOf(first), startOf(addMonths(first, 1))] as const }),
  };
  return withActor(actor, async (tx) => {
    const rows = await findAlerts(tx, filter, pageSize + 1, page * pageSize);
    return {
      alerts: rows.slice(0, pageSize).map(entryOf),
      count: await countAlerts(tx, filter),
      page,
      more: rows.length > pageSize,
      now: now.toISOString(),
    };
  });
}
