import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { checkDecision, type GlassRefusal } from '~/domain/privacy/glass.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';
import { findGlass, lockGlass, decideGlass as storeDecision } from '~/server/privacy/store-glass.ts';

type DecideRefusal = GlassRefusal | { readonly code: 'privacy.glass-not-found' };

/** A second person grants or refuses; a grant opens the records for the minutes asked, and the firm is told at once. */
export function decideGlass(
  actor: Actor,
  id: string,
  decision: 'granted' | 'refused',
): Promise<Result<string, DecideRefusal>> {
  const { userId, name } = asPerson(actor);
  return withActor(actor, async (tx): Promise<Result<string, DecideRefusal>> => {
    await lockGlass(tx, id);
    const glass = await findGlass(tx, id);
    if (!glass) return refuse({ code: 'privacy.glass-not-found' });
    const allowed = checkDecision(glass, userId);
    if (!allowed.ok) return allowed;
    const at = clock.now();
    const opensUntil = decision === 'granted' ? new Date(at.getTime() + glass.minutes * 60_000) : null;
    await storeDecision(tx, glass, {
      decision,
      decidedBy: userId,
      deciderName: name,
      decidedAt: at,
      opensUntil,
    });
    const enterpriseId = glass.enterpriseId as EnterpriseId;
    const detail = { glass: id, decision };
    await appendAudit(tx, actor, { action: 'privacy.glass-decided', enterpriseId, detail });
    if (opensUntil) {
      const params = { who: glass.askerName, reason: glass.reason, until: opensUntil.toISOString() };
      await notify(tx, {
        to: { enterpriseId },
        kind: 'privacy.glass-opened',
        params,
        href: '/my/data-rights',
      });
    }
    return accept(id);
  });
}
