import type { Day } from '~/domain/kernel/day.ts';
import type { Actor } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { writeCaseStep } from '~/server/objection/write-step.ts';
import { caseOf } from '~/server/repair/decide-repair.ts';
import { changeRepair, overdueRepairs } from '~/server/repair/store.ts';

/** Requests for repair whose clock ran out: each is marked once, and firm and authority are told. Returns how many. */
export async function escalateOverdueRepairs(tx: Tx, actor: Actor, today: Day): Promise<number> {
  const late = await overdueRepairs(tx, dateOfDay(today));
  for (const repair of late) {
    await changeRepair(tx, repair, { escalatedOn: dateOfDay(today) });
    await writeCaseStep(tx, actor, caseOf(repair), {
      name: 'escalated',
      tell: ['firm', 'provider'],
      facts: { dueOn: repair.dueOn && dayOfDate(repair.dueOn) },
    });
  }
  return late.length;
}
