import { purgeDue } from '~/domain/consent/withdrawal.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { hookOrder } from '~/server/consent/hook-order.ts';
import { addAcknowledgement } from '~/server/consent/store-acknowledgement.ts';
import { firmNames } from '~/server/consent/store-party.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { openDoor, type ProofRefusal, proveIdentity } from '~/server/privacy/person-door.ts';
import { endPersonConsents, type NamedPerson } from '~/server/privacy/store-person.ts';

type WithdrawRefusal = ProofRefusal | { readonly code: 'consent.already-withdrawn' };
const actor = system('privacy.person');

/** Who was answered through the firm from another firm's book that is erased: about what, and since when. */
export type Answered = {
  readonly item: string;
  readonly since: string;
  readonly askers: InstitutionId[];
};

/** The order to restate what a firm's score made of a person: `ref` is the consent that ended, or the erasure. */
export const restateOrder = (
  enterpriseId: EnterpriseId,
  ref: string,
  cause: 'person-withdrawal' | 'erasure',
  answered?: Answered,
) =>
  ({
    name: 'restatement.restate-person',
    payload: { enterpriseId, ref, cause, ...(answered && { answered }) },
  }) as const;

/** A person withdraws their own consent, with effect at the next question; the firm's consents stay as they are. */
export async function withdrawPersonConsent(
  token: string,
  idNumber: string,
): Promise<Result<null, WithdrawRefusal>> {
  return withActor(actor, async (tx): Promise<Result<null, WithdrawRefusal>> => {
    const door = await openDoor(tx, token);
    if (!door.ok) return door;
    const proof = await proveIdentity(door.value, idNumber);
    if (!proof.ok) return proof;
    return (await endConsents(tx, door.value)) ? accept(null) : refuse({ code: 'consent.already-withdrawn' });
  });
}

/**
 * Ends what is in force and starts the recipient's clock to stop and delete, as a firm's withdrawal does; what was made
 * while it held is restated. False when nothing was in force.
 */
export async function endConsents(
  tx: Tx,
  { enterpriseId, id, institutionId, purpose }: NamedPerson,
): Promise<boolean> {
  const at = clock.now();
  const ended = await endPersonConsents(tx, enterpriseId, id, at);
  if (ended.length === 0) return false;
  const today = clock.today();
  const dueOn = purgeDue(today, (await readPrivacyDuties(tx, today)).withdrawal);
  const detail = { person: id, institutionId };
  await recordChange(tx, actor, {
    kind: 'privacy.person-withdrew',
    enterpriseId,
    institutionId,
    subjectId: id,
    jobs: ended.flatMap((ref) => [
      restateOrder(enterpriseId, ref, 'person-withdrawal'),
      hookOrder({ institutionId, type: 'consent.person-withdrawn', subjectId: ref }),
    ]),
  });
  await appendAudit(tx, actor, { action: 'privacy.person-withdrew', enterpriseId, purpose, detail });
  for (const consent of ended) {
    const told = { consent: { id: consent, enterpriseId }, institutionId, at, dueOn, userId: null };
    await addAcknowledgement(tx, { ...told, step: 'notified', userName: '' });
  }
  const params = { firm: (await firmNames(tx, enterpriseId))?.name ?? '', dueOn };
  await notify(tx, {
    to: { institutionId },
    kind: 'privacy.person-withdrew',
    params,
    href: '/bank/withdrawals',
  });
  return true;
}
