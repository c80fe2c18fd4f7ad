import type { Grade } from '~/domain/score/card.ts';
import type { Placement } from '~/domain/score/percentile.ts';
import type { HistoryPoint, ScoreView } from '~/domain/score/score-view.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPlacements } from '~/server/score/read-placements.ts';
import { readScore } from '~/server/score/read-score.ts';
import { evaluationConsent, type HistoryRow, sheetHistory } from '~/server/score/store.ts';

/** A firm's own score page. `score` is null until the first sheet is made. */
export type ScorePage = {
  readonly score: ScoreView | null;
  /** The evaluation consent is in force, so that there is a full score beside the public one. */
  readonly hasConsent: boolean;
  /** The newest first. */
  readonly history: readonly HistoryPoint[];
  readonly placements: readonly Placement[];
};

type Wish = { readonly which: 'current' | 'public' };

/** The firm's current or public score down to the records, with every sheet there was. */
export function showScore(actor: Actor, { which }: Wish): Promise<ScorePage> {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    const score = await readScore(tx, { enterpriseId, which, reader: 'subject' });
    const hasConsent = (await evaluationConsent(tx, enterpriseId, clock.now())) !== null;
    const history = (await sheetHistory(tx, enterpriseId)).map(toPoint);
    return { score, hasConsent, history, placements: await readPlacements(tx, enterpriseId) };
  });
}

const toPoint = ({ id, createdAt, grade, scope, ...rest }: HistoryRow): HistoryPoint => ({
  ...rest,
  sheetId: id,
  scope: scope as HistoryPoint['scope'],
  grade: grade === 'insufficient' ? null : (grade as Grade),
  madeAt: createdAt.toISOString(),
});
