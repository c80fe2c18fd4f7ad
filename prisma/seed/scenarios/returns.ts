import { dayAt } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { fileReturn } from '~/server/monitoring/month-return/file-return.ts';
import { findReturns } from '~/server/monitoring/store-return.ts';
import { findPerson } from './find-person.ts';

/** The monthly returns that the story has made: filed when they were due, as far as that day has come. Told once. */
export async function seedReturns(): Promise<void> {
  const { desk, made } = await withActor(system('seed.returns'), async (tx) => ({
    desk: await findPerson(tx, 'operator-risk'),
    made: await findReturns(tx, false),
  }));
  for (const { month, version, filedAt, dueOn, knownAt } of made) {
    const due = dayAt(dueOn);
    if (filedAt || due > clock.today()) continue;
    await onDay(dayAt(knownAt) < due ? due : clock.today(), () => fileReturn(desk, month, version));
  }
}
