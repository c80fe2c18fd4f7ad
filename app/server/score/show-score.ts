import type { ScoreSheetId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Grade } from '~/domain/score/card.ts';
import type { HistoryPoint, ScoreView } from '~/domain/score/score-view.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readScore, type ScoreQuestion } from '~/server/score/read-score.ts';
import { evaluationConsent, type HistoryRow, sheetHistory } from '~/server/score/store.ts';

/** A firm's own score page. `score` is null until the first sheet is made. */
export type ScorePage = {
  readonly score: ScoreView | null;
  /** The evaluation consent is in force, so that there is a full score beside the public one. */
  readonly hasConsent: boolean;
  /** The newest first. */
  readonly history: readonly HistoryPoint[];
};

type Wish = { readonly which: 'current' | 'public' | { readonly sheetId: ScoreSheetId } };
export type SheetRefusal = { readonly code: 'score.not-found' };

/** The firm's current, public or one old sheet, down to the records. */
export function showScore(actor: Actor, { which }: Wish): Promise<Result<ScorePage, SheetRefusal>> {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    const question: ScoreQuestion = { enterpriseId, which, reader: 'subject' };
    const score = await readScore(tx, question);
    if (!score && typeof which === 'object') return refuse({ code: 'score.not-found' });
    const hasConsent = (await evaluationConsent(tx, enterpriseId, clock.now())) !== null;
    return accept({ score, hasConsent, history: (await sheetHistory(tx, enterpriseId)).map(toPoint) });
  });
}

const toPoint = ({ id, createdAt, grade, scope, ...rest }: HistoryRow): HistoryPoint => ({
  ...rest,
  sheetId: id,
  scope: scope as HistoryPoint['scope'],
  grade: grade === 'insufficient' ? null : (grade as Grade),
  madeAt: createdAt.toISOString(),
});
