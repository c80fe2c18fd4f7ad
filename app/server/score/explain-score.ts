import { parseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Placement } from '~/domain/score/percentile.ts';
import type { ScoreView } from '~/domain/score/score-view.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPlacements } from '~/server/score/read-placements.ts';
import { readScore } from '~/server/score/read-score.ts';
import { findFirms } from '~/server/score/store.ts';

export type ExplainRefusal =
  | { readonly code: 'score.firm-unknown'; readonly key: string }
  | { readonly code: 'score.firm-ambiguous'; readonly key: string; readonly sources: readonly string[] }
  | { readonly code: 'score.none-yet'; readonly name: string };

export type Explained = {
  readonly firm: { readonly id: string; readonly uscc: string | null; readonly name: string };
  readonly score: ScoreView;
  readonly placements: readonly Placement[];
};

/**
 * The current score of a firm for the platform's own staff, named by its credit code, its id, or its id in a data set
 * (`p100533` or `bdci2017:p100533`). Each look is logged in the firm's chain.
 */
export function explainScore(actor: Actor, key: string): Promise<Result<Explained, ExplainRefusal>> {
  return withActor(actor, async (tx) => {
    const found = await findFirms(tx, { key, id: parseId<'enterprise'>(key) });
    const [firm, ...others] = found;
    if (!firm) return refuse({ code: 'score.firm-unknown', key });
    if (others.length > 0)
      return refuse({ code: 'score.firm-ambiguous', key, sources: found.map((f) => f.source) });
    const score = await readScore(tx, { enterpriseId: firm.id, which: 'current', reader: 'platform' });
    if (!score) return refuse({ code: 'score.none-yet', name: firm.name });
    const line = { action: 'score.explained', enterpriseId: firm.id, detail: { sheetId: score.sheetId } };
    await appendAudit(tx, actor, line);
    const placements = await readPlacements(tx, firm.id);
    return accept({ firm: { id: firm.id, uscc: firm.uscc, name: firm.name }, score, placements });
  });
}
