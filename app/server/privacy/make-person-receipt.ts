import type { Receipt } from '~/domain/consent/receipt.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { receiptOf } from '~/server/consent/make-receipt.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type DoorRefusal, openDoor } from '~/server/privacy/person-door.ts';
import { consentsOfPerson } from '~/server/privacy/store-person.ts';

/**
 * The receipt of what a natural person signed last, behind their own link; checked without this platform as a firm's is.
 * Who they are stands in it as a commitment only.
 */
export function makePersonReceipt(
  token: string,
): Promise<Result<Receipt, DoorRefusal | { readonly code: 'consent.not-found' }>> {
  return withActor(system('privacy.person'), async (tx) => {
    const door = await openDoor(tx, token);
    if (!door.ok) return door;
    const { enterpriseId, id, identity } = door.value;
    const last = identity && (await consentsOfPerson(tx, enterpriseId, id)).at(-1);
    return last ? accept(receiptOf(last)) : refuse({ code: 'consent.not-found' });
  });
}
