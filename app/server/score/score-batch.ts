import { type Actor, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';
import { scoreProvince } from '~/server/score/score-province.ts';
import { firmsTouched } from '~/server/score/store.ts';

const actor: Actor = system('score.rescore-batch');

/** Up to so many firms are scored one by one: that is sooner done than bringing up the facts of all. */
const fewFirms = 24;

/**
 * The next sheets of the firms that a batch of records touched: a single record comes to its new score within
 * milliseconds, a file goes through the kernel. Returns how many sheets were written; done again, none.
 */
export async function scoreBatch(batchId: string): Promise<number> {
  const firms = await withActor(actor, (tx) => firmsTouched(tx, batchId, fewFirms + 1));
  if (firms.length > fewFirms)
    return (await scoreProvince({ selection: { batchId }, cause: 'batch' })).written;
  let written = 0;
  for (const enterpriseId of firms) {
    const order = { enterpriseId, cause: 'batch' } as const;
    written += (await withActor(actor, (tx) => scoreFirm(tx, actor, order))).length;
  }
  return written;
}
