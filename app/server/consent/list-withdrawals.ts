import { nextStep } from '~/domain/consent/withdrawal.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withdrawalTasks } from '~/server/consent/store-acknowledgement.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** What the institution has to stop and delete after withdrawals, the most urgent first. */
export async function listWithdrawals(actor: Actor) {
  const { institutionId } = asInstitution(actor);
  const rows = await withActor(actor, (tx) => withdrawalTasks(tx, institutionId));
  const tasks = rows.map(({ steps, ...row }) => ({ ...row, steps, next: nextStep(steps) }));
  return { tasks, today: clock.today() };
}
