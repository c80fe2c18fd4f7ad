import { addYears } from '~/domain/kernel/day.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { openTasks } from '~/server/consent/store-chase.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** What recipients have not stopped or deleted yet, the most overdue first, for the platform's desk. */
export async function listOpenPurges(actor: Actor) {
  const today = clock.today();
  const rows = await withActor(actor, (tx) => openTasks(tx, addYears(today, 10), 200));
  const tasks = rows.map(({ bankZh, bankEn, withdrawnAt, ...row }) => ({
    ...row,
    bank: { zh: bankZh, en: bankEn },
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  }));
  return { tasks, today };
}
