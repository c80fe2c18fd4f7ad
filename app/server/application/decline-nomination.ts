import { mayAnswerNomination, type RecommendationRefusal } from '~/domain/application/recommendation.ts';
import type { NeedId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { FirmPerson } from '~/server/access/actor.ts';
import { lockLatest, storeDeclined } from '~/server/application/store-recommendation.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findNeed } from '~/server/need/store.ts';

export type DeclineRefusal = RecommendationRefusal | { readonly code: 'need.not-found' };

/** The firm, at one of its needs, does not want to stand on the list, or takes its word back before the review: no bank hears of it. */
export function declineNomination(
  actor: FirmPerson,
  needId: NeedId,
): Promise<Result<string, DeclineRefusal>> {
  const { enterpriseId } = actor;
  return withActor(actor, async (tx): Promise<Result<string, DeclineRefusal>> => {
    if (!(await findNeed(tx, enterpriseId, needId))) return refuse({ code: 'need.not-found' });
    const latest = await lockLatest(tx, enterpriseId);
    if (!latest) return refuse({ code: 'need.nomination-not-found' });
    const may = mayAnswerNomination(latest);
    if (!may.ok) return may;
    await storeDeclined(tx, latest);
    const { id } = latest;
    await recordChange(tx, actor, { kind: 'need.nomination-declined', enterpriseId, subjectId: id });
    const detail = { recommendationId: id };
    await appendAudit(tx, actor, { action: 'need.nomination-declined', enterpriseId, detail });
    return accept(id);
  });
}
