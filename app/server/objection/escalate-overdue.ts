import type { Day } from '~/domain/kernel/day.ts';
import type { Actor } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { caseOf } from '~/server/objection/move.ts';
import { changeObjection, overdueObjections } from '~/server/objection/store.ts';
import { writeCaseStep } from '~/server/objection/write-step.ts';

/**
 * Objections whose clock ran out: each is marked once for the step it is in, stands first on the data desk, and firm and
 * provider are told. Asked again it finds nothing. Returns how many.
 */
export async function escalateOverdue(tx: Tx, actor: Actor, today: Day): Promise<number> {
  const late = await overdueObjections(tx, dateOfDay(today));
  for (const objection of late) {
    await changeObjection(tx, objection, { escalatedOn: dateOfDay(today) });
    await writeCaseStep(tx, actor, caseOf(objection), {
      name: 'escalated',
      tell: ['firm', 'provider'],
      facts: { state: objection.state, dueOn: objection.dueOn && dayOfDate(objection.dueOn) },
    });
  }
  return late.length;
}
