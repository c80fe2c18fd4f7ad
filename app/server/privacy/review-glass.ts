import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { checkReview, type GlassRefusal } from '~/domain/privacy/glass.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';
import { findGlass, lockGlass, reviewGlass as storeReview } from '~/server/privacy/store-glass.ts';

type ReviewRefusal = GlassRefusal | { readonly code: 'privacy.glass-not-found' };
type Review = { readonly verdict: 'justified' | 'unjustified'; readonly note: string };

/** A third person looks at what was done once the time is over; the firm hears the verdict. */
export function reviewGlass(
  actor: Actor,
  id: string,
  review: Review,
): Promise<Result<string, ReviewRefusal>> {
  const { userId, name } = asPerson(actor);
  return withActor(actor, async (tx): Promise<Result<string, ReviewRefusal>> => {
    await lockGlass(tx, id);
    const glass = await findGlass(tx, id);
    if (!glass) return refuse({ code: 'privacy.glass-not-found' });
    const at = clock.now();
    const allowed = checkReview(glass, userId, at);
    if (!allowed.ok) return allowed;
    const who = { reviewedBy: userId, reviewerName: name, reviewedAt: at };
    await storeReview(tx, glass, { verdict: review.verdict, reviewNote: review.note, ...who });
    const enterpriseId = glass.enterpriseId as EnterpriseId;
    const detail = { glass: id, verdict: review.verdict };
    await appendAudit(tx, actor, { action: 'privacy.glass-reviewed', enterpriseId, detail });
    const params = { verdict: review.verdict };
    await notify(tx, {
      to: { enterpriseId },
      kind: 'privacy.glass-reviewed',
      params,
      href: '/my/data-rights',
    });
    return accept(id);
  });
}
