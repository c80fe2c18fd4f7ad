import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { lockConsents } from '~/server/consent/store.ts';
import { beginStorage, endStorage, isStoredOnly } from '~/server/consent/store-storage.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

type RestrictRefusal = { readonly code: 'consent.already-stored-only' | 'consent.not-stored-only' };

/**
 * The firm has its data only stored, or allows use again (PIPL 47, where the law says that they be kept). With effect at
 * the next read; consents stay as they are. The firm is scored again from what may be used now.
 */
export function restrictUse(actor: Actor, to: 'stored' | 'used'): Promise<Result<null, RestrictRefusal>> {
  const firm = asFirm(actor);
  const { enterpriseId } = firm;
  return withActor(actor, async (tx): Promise<Result<null, RestrictRefusal>> => {
    await lockConsents(tx, enterpriseId);
    const stored = await isStoredOnly(tx, enterpriseId);
    if (to === 'stored' && stored) return refuse({ code: 'consent.already-stored-only' });
    if (to === 'used' && !stored) return refuse({ code: 'consent.not-stored-only' });
    const [id, at] = [randomUUID(), clock.now()];
    if (to === 'stored') await beginStorage(tx, enterpriseId, id, firm.userId, at);
    else await endStorage(tx, enterpriseId, at);
    const kind = to === 'stored' ? 'consent.stored-only' : 'consent.used-again';
    const cause = to === 'stored' ? 'withdrawal' : 'consent';
    const job = { name: 'score.refresh-firm', payload: { enterpriseId, cause, ref: id } } as const;
    await recordChange(tx, firm, { kind, enterpriseId, subjectId: id, jobs: [job] });
    await appendAudit(tx, firm, { action: kind, enterpriseId });
    return accept(null);
  });
}
