import type { Handler } from '#jobs/handler.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { computeFirms, proposeRun } from '~/server/subsidy/compute-settlement.ts';
import { findSubsidisedFirms } from '~/server/subsidy/store-loans.ts';

const chunk = 200;

/** Works out a settlement firm by firm in chunks, each once; a run that was cut off goes on with the chunks not yet done. */
export const computeRun: Handler<'subsidy.compute-run'> = async ({ runId }, run) => {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const from = after;
    const firms = await withActor(run.actor, (tx) => findSubsidisedFirms(tx, from, chunk));
    const ids = firms.map(({ id }) => id);
    const last = ids.at(-1);
    if (last === undefined) break;
    await run.once((tx) => computeFirms(tx, runId, ids), `after-${from}`);
    after = last;
  }
  await run.once((tx) => proposeRun(tx, run.actor, runId), 'propose');
};
