import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { entryOf } from '~/server/objection/list-objections.ts';
import { findObjections } from '~/server/objection/store.ts';
import { findRepairs, type RepairEntry } from '~/server/repair/store.ts';

const pageSize = 25;

type Filter = { readonly state: 'pending' | 'ended'; readonly page: number };

/** The desk of a provider or of the platform: objections and repairs that wait, or those that have ended. */
export async function listCases(actor: Actor, filter: Filter) {
  const { objections, repairs } = await withActor(actor, async (tx) => ({
    objections: await findObjections(tx, filter, pageSize),
    repairs: await findRepairs(tx, filter, pageSize),
  }));
  return {
    objections: objections.slice(0, pageSize).map(entryOf),
    repairs: repairs.slice(0, pageSize).map(repairEntry),
    tab: filter.state,
    page: filter.page,
    more: objections.length > pageSize || repairs.length > pageSize,
    now: clock.now().toISOString(),
  };
}

export const repairEntry = ({ filedAt, ...row }: RepairEntry) => ({ ...row, filedAt: filedAt.toISOString() });

export type RepairListed = ReturnType<typeof repairEntry>;
