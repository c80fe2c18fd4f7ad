import { z } from 'zod';
import type { NeedId } from '~/domain/kernel/id.ts';
import { collaterals } from '~/domain/product/vocabulary.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findNeed } from '~/server/need/store.ts';

/** A need to start from and the one thing to change in it, as the match page suggests them; nonsense is left out. */
export const DraftSearch = z.object({
  from: z.uuid().optional().catch(undefined),
  amountFen: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional()
    .catch(undefined),
  term: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional()
    .catch(undefined),
  pledge: z.enum(collaterals).optional().catch(undefined),
});
export type DraftSearch = z.output<typeof DraftSearch>;

/** What the form of a new need starts with: nothing, or an earlier need of the firm with a change. */
export async function draftNeed(actor: Actor, { from, amountFen, term, pledge }: DraftSearch) {
  const { enterpriseId } = asFirm(actor);
  const need = from ? await withActor(actor, (tx) => findNeed(tx, enterpriseId, from as NeedId)) : null;
  if (!need) return { start: null };
  return {
    start: {
      amountFen: amountFen ?? String(need.amountFen),
      termMonths: term ?? String(need.termMonths),
      purpose: need.purpose,
      collateral: [...new Set([...need.collateral, ...(pledge ? [pledge] : [])])],
      method: need.method,
      note: need.note,
    },
  };
}
