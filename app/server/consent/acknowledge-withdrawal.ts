import { type AcknowledgementStep, nextStep } from '~/domain/consent/withdrawal.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution, type InstitutionPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import {
  type AcknowledgementProof,
  type AnsweredConsent,
  acknowledgementsOf,
  addAcknowledgement,
  findAnswered,
} from '~/server/consent/store-acknowledgement.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';

type AcknowledgeRefusal = {
  readonly code: 'consent.not-found' | 'consent.step-done' | 'consent.step-order';
};

export type Acknowledged = {
  readonly consentId: ConsentId;
  readonly step: AcknowledgementStep;
  /** Of a machine: what it signed. */
  readonly proof?: AcknowledgementProof;
};

/**
 * The bank says that it has stopped using, or has deleted, what a withdrawn consent of a firm or a person had opened; the
 * firm is told. `keep` runs in the same transaction.
 */
export function acknowledgeWithdrawal(
  actor: Actor,
  { consentId, step, proof }: Acknowledged,
  keep: (tx: Tx) => Promise<void> = async () => {},
): Promise<Result<ConsentId, AcknowledgeRefusal>> {
  const bank = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const consent = await findAnswered(tx, consentId);
    if (consent?.institutionId !== bank.institutionId) return refuse({ code: 'consent.not-found' });
    const done = await acknowledgementsOf(tx, consent.enterpriseId, consentId);
    const no = refusedStep(
      done.map((row) => row.step as AcknowledgementStep),
      step,
    );
    if (no) return refuse(no);
    await writeDown(tx, bank, consent, { step, proof });
    await keep(tx);
    return accept(consentId);
  });
}

function refusedStep(
  done: readonly AcknowledgementStep[],
  step: AcknowledgementStep,
): AcknowledgeRefusal | null {
  if (done.length === 0) return { code: 'consent.not-found' };
  if (done.includes(step)) return { code: 'consent.step-done' };
  return nextStep(done) === step ? null : { code: 'consent.step-order' };
}

async function writeDown(
  tx: Tx,
  bank: InstitutionPerson,
  consent: AnsweredConsent,
  { step, proof }: { readonly step: AcknowledgementStep; readonly proof: AcknowledgementProof | undefined },
) {
  const { id, enterpriseId, purpose } = consent;
  const { institutionId, userId, name: userName } = bank;
  await addAcknowledgement(tx, {
    consent,
    institutionId,
    step,
    at: clock.now(),
    dueOn: null,
    userId,
    userName,
    proof,
  });
  const kind = `consent.${step}`;
  await recordChange(tx, bank, { kind, enterpriseId, institutionId, subjectId: id });
  const detail = { ...(proof && { statement: proof.statement, signature: proof.signature }) };
  await appendAudit(tx, bank, { action: kind, enterpriseId, purpose, consentId: id, detail });
  const params = { bank: bank.institutionName ?? '', step };
  await notify(tx, {
    to: { enterpriseId },
    kind: 'consent.acknowledged',
    params,
    href: consent.personId ? '/my/persons' : `/my/consents/${id}`,
  });
}
