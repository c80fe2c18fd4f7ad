import { type Actor, asFirm } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findRestatements, type RestatementRow } from '~/server/restatement/store-pages.ts';

/** The last restatements of the actor's firm, the newest first. */
export async function listRestatements(actor: Actor) {
  const { enterpriseId } = asFirm(actor);
  return (await withActor(actor, (tx) => findRestatements(tx, enterpriseId, null))).map(restatementShown);
}

export const restatementShown = ({ madeAt, ...row }: RestatementRow) => ({
  ...row,
  madeAt: madeAt.toISOString(),
});

export type RestatementShown = ReturnType<typeof restatementShown>;
