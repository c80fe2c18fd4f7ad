import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { firmNames } from '~/server/consent/store-party.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';
import { openDoor, type ProofRefusal, proveIdentity } from '~/server/privacy/person-door.ts';
import { endPersonConsents, type NamedPerson } from '~/server/privacy/store-person.ts';

type WithdrawRefusal = ProofRefusal | { readonly code: 'consent.already-withdrawn' };
const actor = system('privacy.person');

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

/** Ends what is in force and tells the recipient to stop and delete; false when nothing was. */
export async function endConsents(
  tx: Tx,
  { enterpriseId, id, institutionId, purpose }: NamedPerson,
): Promise<boolean> {
  const { count } = await endPersonConsents(tx, enterpriseId, id, clock.now());
  if (count === 0) return false;
  const detail = { person: id, institutionId };
  await recordChange(tx, actor, {
    kind: 'privacy.person-withdrew',
    enterpriseId,
    institutionId,
    subjectId: id,
  });
  await appendAudit(tx, actor, { action: 'privacy.person-withdrew', enterpriseId, purpose, detail });
  const params = { firm: (await firmNames(tx, enterpriseId))?.name ?? '' };
  await notify(tx, { to: { institutionId }, kind: 'privacy.person-withdrew', params, href: '/bank/persons' });
  return true;
}
