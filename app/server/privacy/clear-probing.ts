import { z } from 'zod';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { lastCleared, lastProbed } from '~/server/privacy/store-probing.ts';

/** What was found when an alarm was looked into. */
export const clearProbingForm = z.object({
  institution: z.uuid(),
  firm: z.uuid(),
  /** The last alarm that the page showed. */
  lastAt: z.iso.datetime(),
  reason: z
    .string('privacy.probing-reason')
    .trim()
    .min(5, 'privacy.probing-reason')
    .max(300, 'privacy.probing-reason'),
});

type Refused = {
  readonly code: 'privacy.probing-not-found' | 'privacy.probing-cleared-already' | 'privacy.probing-again';
};

/**
 * Closes the alarms about an institution and a firm with what was found; the next one opens the matter again, and one that came since
 * the page was read is not closed unseen. On record in the firm's log, which the firm reads.
 */
export function clearProbing(
  actor: Person,
  { institution, firm, lastAt, reason }: z.output<typeof clearProbingForm>,
): Promise<Result<null, Refused>> {
  const [institutionId, enterpriseId] = [institution as InstitutionId, firm as EnterpriseId];
  return withActor(actor, async (tx): Promise<Result<null, Refused>> => {
    const alarmed = await lastProbed(tx, { institutionId, enterpriseId });
    if (!alarmed) return refuse({ code: 'privacy.probing-not-found' });
    const cleared = await lastCleared(tx, { institutionId, enterpriseId });
    if (cleared && cleared >= alarmed) return refuse({ code: 'privacy.probing-cleared-already' });
    if (alarmed > new Date(lastAt)) return refuse({ code: 'privacy.probing-again' });
    const payload = { reason };
    const subjectId = institutionId;
    const change = { kind: 'privacy.probing-cleared', institutionId, enterpriseId, subjectId, payload };
    await recordChange(tx, actor, change);
    const detail = { institution: institutionId, reason };
    await appendAudit(tx, actor, { action: 'privacy.probing-cleared', enterpriseId, detail });
    return accept(null);
  });
}
