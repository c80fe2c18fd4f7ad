import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { lockConsents } from '~/server/consent/store.ts';
import {
  beginHumanReview,
  endHumanReview,
  humanReviewSince,
  isSoleTrader,
} from '~/server/consent/store-human-review.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

type WishRefusal = {
  readonly code: 'consent.not-a-person' | 'consent.people-already' | 'consent.people-not-asked';
};

/**
 * A sole trader does not accept decisions by automation alone and asks for people, or takes that back (PIPL 24). Banks see
 * it on every application, and nothing that the platform finds by itself stops an application any more: it goes to the
 * bank's people once the trader has confirmed it. The score stays what it is, for reference.
 */
export function wishHumanReview(
  actor: Actor,
  to: 'people' | 'automation',
): Promise<Result<null, WishRefusal>> {
  const firm = asFirm(actor);
  const { enterpriseId } = firm;
  return withActor(actor, async (tx): Promise<Result<null, WishRefusal>> => {
    await lockConsents(tx, enterpriseId);
    if (!(await isSoleTrader(tx, enterpriseId))) return refuse({ code: 'consent.not-a-person' });
    const isAsked = (await humanReviewSince(tx, enterpriseId)) !== null;
    if (to === 'people' && isAsked) return refuse({ code: 'consent.people-already' });
    if (to === 'automation' && !isAsked) return refuse({ code: 'consent.people-not-asked' });
    const [id, at] = [randomUUID(), clock.now()];
    if (to === 'people') await beginHumanReview(tx, enterpriseId, id, firm.userId, at);
    else await endHumanReview(tx, enterpriseId, at);
    const kind = to === 'people' ? 'consent.people-asked' : 'consent.automation-accepted';
    await recordChange(tx, firm, { kind, enterpriseId, subjectId: id });
    await appendAudit(tx, firm, { action: kind, enterpriseId });
    return accept(null);
  });
}
