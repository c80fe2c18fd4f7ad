import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { entryOf } from '~/server/objection/list-objections.ts';
import { findObjections } from '~/server/objection/store.ts';
import { findRepairs, type RepairEntry } from '~/server/repair/store.ts';

const pageSize = 25;
const lately = 5;

type Filter = { readonly state: 'pending' | 'ended'; readonly page: number };

/**
 * The desk of a provider or of the platform: objections and repairs that wait, or those that have ended. The first page
 * of what waits shows under it what was closed last, so that a case stays at hand after its decision.
 */
export async function listCases(actor: Actor, filter: Filter) {
  const { objections, repairs, closed } = await withActor(actor, async (tx) => ({
    objections: await findObjections(tx, filter, pageSize),
    repairs: await findRepairs(tx, filter, pageSize),
    closed: filter.state === 'pending' && filter.page === 0 ? await closedLately(tx) : null,
  }));
  return {
    closed,
    objections: objections.slice(0, pageSize).map(entryOf),
    repairs: repairs.slice(0, pageSize).map(repairEntry),
    tab: filter.state,
    page: filter.page,
    more: objections.length > pageSize || repairs.length > pageSize,
    now: clock.now().toISOString(),
  };
}

async function closedLately(tx: Tx) {
  const ended = { state: 'ended', page: 0 } as const;
  return {
    objections: (await findObjections(tx, ended, lately)).slice(0, lately).map(entryOf),
    repairs: (await findRepairs(tx, ended, lately)).slice(0, lately).map(repairEntry),
  };
}

export const repairEntry = ({ filedAt, ...row }: RepairEntry) => ({ ...row, filedAt: filedAt.toISOString() });

export type RepairListed = ReturnType<typeof repairEntry>;
