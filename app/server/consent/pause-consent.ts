import { randomUUID } from 'node:crypto';
import { statusAt, toBranch } from '~/domain/consent/artefact.ts';
import { type PauseKind, pauseBody } from '~/domain/consent/receipt.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm, type FirmPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { hookOrder } from '~/server/consent/hook-order.ts';
import { consentById, lockConsents, type SealedConsent } from '~/server/consent/store.ts';
import { firmNames } from '~/server/consent/store-party.ts';
import { addPause } from '~/server/consent/store-pause.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';
import { signText } from '~/server/platform/signing.ts';

export type PauseRefusal = {
  readonly code:
    | 'consent.not-found'
    | 'consent.already-withdrawn'
    | 'consent.already-expired'
    | 'consent.already-paused'
    | 'consent.not-paused';
};

/**
 * Pauses a consent, or resumes it (domain.md 2.4: PAUSED), with effect at the next read. Its terms and its end stay as they
 * were signed; nothing has to be deleted, but nothing is read. Each step is signed and stands in the receipt; the recipient
 * is told, and a pause of the evaluation has the firm scored again without what it closed.
 */
export function pauseConsent(
  actor: Actor,
  id: ConsentId,
  kind: PauseKind,
): Promise<Result<ConsentId, PauseRefusal>> {
  const firm = asFirm(actor);
  return withActor(actor, async (tx) => {
    await lockConsents(tx, firm.enterpriseId);
    const consent = await consentById(tx, id);
    if (!consent || consent.enterpriseId !== firm.enterpriseId) return refuse({ code: 'consent.not-found' });
    const at = clock.now();
    const wrong = refusalOf(consent, kind, at);
    if (wrong) return refuse({ code: wrong });
    const { enterpriseId } = firm;
    const [body, step] = [pauseBody(consent, kind, at), randomUUID()];
    const by = { userId: firm.userId, userName: firm.name };
    await addPause(tx, { enterpriseId, id: step, consentId: id, kind, at, ...by, body, ...signText(body) });
    await tellRecipient(tx, firm, consent, kind);
    await writeDown(tx, firm, consent, { kind, step });
    return accept(id);
  });
}

function refusalOf(consent: SealedConsent, kind: PauseKind, at: Date): PauseRefusal['code'] | null {
  const status = statusAt(consent, at);
  if (status === 'withdrawn') return 'consent.already-withdrawn';
  if (status === 'expired') return 'consent.already-expired';
  if (kind === 'paused') return status === 'paused' ? 'consent.already-paused' : null;
  return status === 'paused' ? null : 'consent.not-paused';
}

async function tellRecipient(tx: Tx, actor: FirmPerson, consent: SealedConsent, kind: PauseKind) {
  const { recipient, purpose } = consent;
  if (recipient.kind === 'platform') return;
  const firm = await firmNames(tx, actor.enterpriseId);
  const params = { firm: firm?.name ?? '', purpose, ...toBranch(consent) };
  const to = { institutionId: recipient.institutionId };
  await notify(tx, { to, kind: `consent.${kind}`, params, href: '/bank' });
}

async function writeDown(
  tx: Tx,
  actor: FirmPerson,
  { id, enterpriseId, recipient, purpose, hash }: SealedConsent,
  { kind, step }: { readonly kind: PauseKind; readonly step: string },
) {
  const institutionId = recipient.kind === 'institution' ? recipient.institutionId : null;
  const cause = kind === 'paused' ? 'withdrawal' : 'consent';
  await recordChange(tx, actor, {
    kind: `consent.${kind}`,
    enterpriseId,
    institutionId,
    subjectId: id,
    payload: { purpose, hash },
    jobs: institutionId
      ? [hookOrder({ institutionId, type: `consent.${kind}`, subjectId: id })]
      : [{ name: 'score.refresh-firm', payload: { enterpriseId, cause, ref: step } }],
  });
  await appendAudit(tx, actor, {
    action: `consent.${kind}`,
    enterpriseId,
    purpose,
    consentId: id,
    detail: { hash },
  });
}
