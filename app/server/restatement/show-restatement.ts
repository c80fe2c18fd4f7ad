import { featureDefinition } from '~/domain/feature/definitions.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type RestatementShown, restatementShown } from '~/server/restatement/list-restatements.ts';
import { findRestatements } from '~/server/restatement/store-pages.ts';

/** One restatement of the actor's firm, with what moved and in which unit. */
export async function showRestatement(
  actor: Actor,
  id: string,
): Promise<Result<RestatementPage, { readonly code: 'restatement.not-found' }>> {
  const { enterpriseId } = asFirm(actor);
  const [row] = await withActor(actor, (tx) => findRestatements(tx, enterpriseId, id));
  if (!row) return refuse({ code: 'restatement.not-found' });
  const lines = row.diff.map((line) => ({ ...line, unit: featureDefinition(line.feature).unit }));
  return accept({ ...restatementShown(row), lines });
}

export type RestatementPage = RestatementShown & {
  readonly lines: readonly (RestatementShown['diff'][number] & {
    readonly unit: ReturnType<typeof featureDefinition>['unit'];
  })[];
};
