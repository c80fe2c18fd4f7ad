import { type Day, daysBetween } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { outlookOf } from '~/domain/repair/regime.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { entryOf } from '~/server/objection/list-objections.ts';
import { findObjections } from '~/server/objection/store.ts';
import { repairEntry } from '~/server/repair/list-cases.ts';
import { classed, readRepairRegimes } from '~/server/repair/read-regimes.ts';
import {
  findRepairable,
  findRepairs,
  findSealed,
  type RepairableRow,
  type SealedRow,
} from '~/server/repair/store.ts';

const pageSize = 25;

type Filter = { readonly state: 'pending' | 'ended'; readonly page: number };

/** A firm's page of its rights: what is pending, which records can be repaired and from when, what was sealed. */
export async function showRights(actor: Actor, filter: Filter) {
  const { enterpriseId } = asFirm(actor);
  const now = clock.now();
  return withActor(actor, async (tx) => {
    const objections = await findObjections(tx, filter, pageSize);
    const repairs = await findRepairs(tx, filter, pageSize);
    return {
      objections: objections.slice(0, pageSize).map(entryOf),
      repairs: repairs.slice(0, pageSize).map(repairEntry),
      outlooks: await outlooksOf(tx, enterpriseId),
      sealed: (await findSealed(tx, enterpriseId)).map(sealedShown),
      tab: filter.state,
      page: filter.page,
      more: objections.length > pageSize || repairs.length > pageSize,
      now: now.toISOString(),
      today: clock.today() as string,
    };
  });
}

/** What repair holds for each record of a firm, the first to open first. */
export async function outlooksOf(tx: Tx, enterpriseId: EnterpriseId) {
  const regimes = await readRepairRegimes(tx);
  const items = [...new Set(regimes.flatMap(({ classify }) => classify.map(({ item }) => item)))];
  const rows = await findRepairable(tx, enterpriseId, items);
  const today = clock.today();
  return rows
    .flatMap(({ detail, ...row }: RepairableRow) => {
      const outlook = outlookOf(regimes, row.occurredOn as Day, classed({ ...row, detail }));
      const days = outlook && daysBetween(today, outlook.earliest);
      return outlook ? [{ ...row, ...outlook, daysLeft: Math.max(0, days ?? 0) }] : [];
    })
    .sort((a, b) => (a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : 0));
}

export const sealedShown = ({ sealedAt, ...row }: SealedRow) => ({
  ...row,
  sealedAt: sealedAt.toISOString(),
});

export type OutlookShown = Awaited<ReturnType<typeof outlooksOf>>[number];
export type SealedShown = ReturnType<typeof sealedShown>;
