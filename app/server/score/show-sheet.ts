import type { ScoreSheetId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { ScoreView } from '~/domain/score/score-view.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readScore } from '~/server/score/read-score.ts';

export type SheetRefusal = { readonly code: 'score.not-found' };

/** One sheet of the firm, however old, with the records as they were known then. */
export function showSheet(actor: Actor, sheetId: ScoreSheetId): Promise<Result<ScoreView, SheetRefusal>> {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    const score = await readScore(tx, { enterpriseId, which: { sheetId }, reader: 'subject' });
    return score ? accept(score) : refuse({ code: 'score.not-found' });
  });
}
