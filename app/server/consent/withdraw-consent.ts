import { statusAt } from '~/domain/consent/artefact.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm, type FirmPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { hookOrder } from '~/server/consent/hook-order.ts';
import { openPurge } from '~/server/consent/open-purge.ts';
import { consentById, lockConsents, markWithdrawn, type SealedConsent } from '~/server/consent/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type WithdrawRefusal = {
  readonly code: 'consent.not-found' | 'consent.already-withdrawn' | 'consent.already-expired';
};

/**
 * Withdraws a consent with effect at the next read (PIPL 15: what was done before stays lawful). The recipient is
 * told to stop and to delete, and has to acknowledge both; the firm is scored again without what it closed.
 */
export function withdrawConsent(actor: Actor, id: ConsentId): Promise<Result<ConsentId, WithdrawRefusal>> {
  const firm = asFirm(actor);
  return withActor(actor, async (tx) => {
    await lockConsents(tx, firm.enterpriseId);
    const at = clock.now();
    const consent = await consentById(tx, id);
    if (!consent || consent.enterpriseId !== firm.enterpriseId) return refuse({ code: 'consent.not-found' });
    const status = statusAt(consent, at);
    if (status === 'withdrawn') return refuse({ code: 'consent.already-withdrawn' });
    if (status === 'expired') return refuse({ code: 'consent.already-expired' });
    await markWithdrawn(tx, consent, firm.userId, at);
    await openPurge(tx, firm, { consent, kind: 'consent.withdrawn', at });
    await writeDown(tx, firm, consent);
    return accept(id);
  });
}

async function writeDown(
  tx: Tx,
  actor: FirmPerson,
  { id, enterpriseId, recipient, purpose, hash }: SealedConsent,
) {
  const institutionId = recipient.kind === 'institution' ? recipient.institutionId : null;
  await recordChange(tx, actor, {
    kind: 'consent.withdrawn',
    enterpriseId,
    institutionId,
    subjectId: id,
    payload: { purpose, hash },
    jobs: institutionId
      ? [hookOrder({ institutionId, type: 'consent.withdrawn', subjectId: id })]
      : [{ name: 'score.refresh-firm', payload: { enterpriseId, cause: 'withdrawal', ref: id } }],
  });
  await appendAudit(tx, actor, {
    action: 'consent.withdrawn',
    enterpriseId,
    purpose,
    consentId: id,
    detail: { hash },
  });
}
