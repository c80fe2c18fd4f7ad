import { type Actor, asFirm } from '~/server/access/actor.ts';
import { type FirmLine, firmLines } from '~/server/application/store-firm-list.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

const lineOf = ({ submittedAt, dueAt, offerUntil, ...row }: FirmLine) => ({
  ...row,
  submittedAt: submittedAt.toISOString(),
  dueAt: dueAt?.toISOString() ?? null,
  offerUntil,
});

/** The firm's applications, live ones first, with where each stands and whose move it is. */
export async function listApplications(actor: Actor) {
  const { enterpriseId } = asFirm(actor);
  const rows = await withActor(actor, (tx) => firmLines(tx, enterpriseId));
  return { applications: rows.map(lineOf), now: clock.now().toISOString() };
}
