import { type AcknowledgementStep, acknowledgementSteps, nextStep } from '~/domain/consent/withdrawal.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { consentById } from '~/server/consent/store.ts';
import { acknowledgementsOf, addAcknowledgement } from '~/server/consent/store-acknowledgement.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';

/** The bank says that it has stopped using, or has deleted, what a withdrawn consent had opened; the firm is told. */
export function acknowledgeWithdrawal(
  actor: Actor,
  input: { readonly consentId: ConsentId; readonly step: AcknowledgementStep },
): Promise<
  Result<ConsentId, { readonly code: 'consent.not-found' | 'consent.step-done' | 'consent.step-order' }>
> {
  const bank = asInstitution(actor);
  const { consentId, step } = input;
  return withActor(actor, async (tx) => {
    const consent = await consentById(tx, consentId);
    if (!consent?.revokedAt) return refuse({ code: 'consent.not-found' });
    const done = await acknowledgementsOf(tx, consent.enterpriseId, consentId);
    const steps = done.map((row) => row.step as AcknowledgementStep);
    if (steps.length === 0) return refuse({ code: 'consent.not-found' });
    if (steps.includes(step)) return refuse({ code: 'consent.step-done' });
    if (acknowledgementSteps.indexOf(step) > acknowledgementSteps.indexOf(nextStep(steps) ?? step))
      return refuse({ code: 'consent.step-order' });
    const { enterpriseId, purpose } = consent;
    const { institutionId, userId, name } = bank;
    await addAcknowledgement(tx, {
      consent,
      institutionId,
      step,
      at: clock.now(),
      dueOn: null,
      userId,
      userName: name,
    });
    await recordChange(tx, actor, {
      kind: `consent.${step}`,
      enterpriseId,
      institutionId,
      subjectId: consentId,
    });
    await appendAudit(tx, actor, { action: `consent.${step}`, enterpriseId, purpose, consentId });
    const params = { bank: bank.institutionName ?? '', step };
    await notify(tx, {
      to: { enterpriseId },
      kind: 'consent.acknowledged',
      params,
      href: `/my/consents/${consentId}`,
    });
    return accept(consentId);
  });
}
