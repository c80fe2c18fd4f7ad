import type { Handler } from '#jobs/handler.ts';
import { inParts, inSteps, stepOf } from '#jobs/monitoring/watch-steps.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { lookClosely, nextOfDay, screened, signalsToday } from '~/server/monitoring/watch-loans.ts';

const loansAtOnce = 20_000;

/** Every watched loan, part by part, each once; a worker that is cut off goes on with the parts not yet done. */
export const watchDay: Handler<'monitoring.watch-day'> = async (_, run) => {
  const signals = await withActor(run.actor, signalsToday);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const next = await nextOfDay(after, loansAtOnce, signals);
    if (next === null) return;
    for (const part of inParts(next.loans)) {
      for (const some of inSteps(await screened(part, signals)))
        await run.once(async (tx) => {
          await lookClosely(tx, run.actor, some, signals);
        }, stepOf(some));
    }
    after = next.last;
  }
};
