import { sha256 } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { readIdNumber } from '~/domain/privacy/id-number.ts';
import { forgetAttempts, type TooMany, takeAttempt } from '~/server/access/attempt-limits.ts';
import type { Tx } from '~/server/db/client.ts';
import { lockPerson, type NamedPerson, personByToken } from '~/server/privacy/store-person.ts';

export type DoorRefusal = { readonly code: 'privacy.link-not-found' };
export type ProofRefusal =
  | DoorRefusal
  | TooMany
  | { readonly code: 'privacy.id-unreadable' | 'privacy.id-differs'; readonly field: 'idNumber' };

/** The person of a secret link, locked; a link that never was and one of an erased person give the same answer. */
export async function openDoor(tx: Tx, token: string): Promise<Result<NamedPerson, DoorRefusal>> {
  const person = await personByToken(tx, sha256(token));
  if (!person) return refuse({ code: 'privacy.link-not-found' });
  await lockPerson(tx, person.id);
  return accept(person);
}

/** Whether who holds the link also knows the identity number that was signed with; guessing is limited. */
export async function proveIdentity(person: NamedPerson, typed: string): Promise<Result<null, ProofRefusal>> {
  const tried = await takeAttempt('identity', person.id);
  if (!tried.ok) return tried;
  const idNumber = readIdNumber(typed);
  if (!idNumber) return refuse({ code: 'privacy.id-unreadable', field: 'idNumber' });
  if (!person.identity) return refuse({ code: 'privacy.link-not-found' });
  if (person.identity.idNumber !== idNumber) return refuse({ code: 'privacy.id-differs', field: 'idNumber' });
  await forgetAttempts('identity', person.id);
  return accept(null);
}
