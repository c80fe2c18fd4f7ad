import { randomUUID } from 'node:crypto';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { addGlass, firmByCode } from '~/server/privacy/store-glass.ts';

export type GlassWish = { readonly uscc: string; readonly reason: string; readonly minutes: number };

type AskRefusal =
  | { readonly code: 'privacy.firm-unknown'; readonly field: 'uscc' }
  | { readonly code: 'privacy.minutes-long'; readonly field: 'minutes'; readonly most: number };

/** An operator asks for emergency access to one firm's records, with a reason and for a time; nothing opens by that. */
export function askGlass(
  actor: Actor,
  { uscc, reason, minutes }: GlassWish,
): Promise<Result<string, AskRefusal>> {
  const { userId, name } = asPerson(actor);
  return withActor(actor, async (tx): Promise<Result<string, AskRefusal>> => {
    const { breakGlass } = await readPrivacyDuties(tx, clock.today());
    if (minutes > breakGlass.longestMinutes)
      return refuse({ code: 'privacy.minutes-long', field: 'minutes', most: breakGlass.longestMinutes });
    const firm = await firmByCode(tx, uscc);
    if (!firm) return refuse({ code: 'privacy.firm-unknown', field: 'uscc' });
    const [id, enterpriseId] = [randomUUID(), firm.id as EnterpriseId];
    const asked = { askedBy: userId, askerName: name, askedAt: clock.now() };
    await addGlass(tx, { id, enterpriseId, reason, minutes, ...asked });
    await appendAudit(tx, actor, {
      action: 'privacy.glass-asked',
      enterpriseId,
      detail: { glass: id, minutes },
    });
    return accept(id);
  });
}
