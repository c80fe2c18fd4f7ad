import { sha256 } from '~/domain/kernel/hash.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { readIdNumber } from '~/domain/privacy/id-number.ts';
import { identityState } from '~/domain/privacy/identity-check.ts';
import type { SubjectId } from '~/domain/privacy/person.ts';
import { forgetAttempts, takeAttempt } from '~/server/access/attempt-limits.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { tagOf } from '~/server/platform/vault.ts';
import {
  type DoorRefusal,
  openDoor,
  type ProofRefusal,
  proveIdentity,
} from '~/server/privacy/person-door.ts';
import {
  booksOf,
  findIdentity,
  type IdentityRow,
  identityByToken,
  lockIdentity,
} from '~/server/privacy/store-identity.ts';
import type { NamedPerson } from '~/server/privacy/store-person.ts';

/**
 * How far a person's link reaches. A firm made the one: it opens the book of that firm, since nothing proves that it was
 * not the firm who signed with it. The platform made the other after two people saw who somebody is: it opens every book.
 */
export type PersonReach =
  | {
      readonly scope: 'book';
      readonly person: NamedPerson;
      readonly subjects: readonly [SubjectId];
      readonly enterpriseId: EnterpriseId;
    }
  | {
      readonly scope: 'whole';
      readonly check: IdentityRow;
      /** One for each firm that holds something; none once everything was erased. */
      readonly subjects: readonly SubjectId[];
      readonly enterpriseId: null;
    };

export type BookReach = Extract<PersonReach, { scope: 'book' }>;
export type WholeReach = Extract<PersonReach, { scope: 'whole' }>;

/** What a secret link opens; one that never was, is over or was erased gives the same answer. */
export async function openReach(tx: Tx, token: string): Promise<Result<PersonReach, DoorRefusal>> {
  const whole = await openWhole(tx, token);
  if (whole) return accept(whole);
  const door = await openDoor(tx, token);
  if (!door.ok) return door;
  const { enterpriseId, subjectId } = door.value;
  return accept({ scope: 'book', person: door.value, subjects: [subjectId], enterpriseId });
}

/** Everything about the person whose identity was confirmed, if this is such a link and still good; locked. */
async function openWhole(tx: Tx, token: string): Promise<WholeReach | null> {
  const check = await identityByToken(tx, sha256(token));
  if (!check) return null;
  const { identities } = await readPrivacyDuties(tx, clock.today());
  if (identityState(check, clock.now(), identities) !== 'open') return null;
  await lockIdentity(tx, check.id);
  const locked = (await findIdentity(tx, check.id)) ?? check;
  const subjects = locked.tag === null ? [] : await booksOf(tx, locked.tag);
  return { scope: 'whole', check: locked, subjects, enterpriseId: null };
}

/** Whether who holds the link also knows the identity number that it was made for; guessing is limited. */
export async function proveReach(reach: PersonReach, typed: string): Promise<Result<null, ProofRefusal>> {
  if (reach.scope === 'book') return proveIdentity(reach.person, typed);
  const { id, tag } = reach.check;
  const tried = await takeAttempt('identity', id);
  if (!tried.ok) return tried;
  const idNumber = readIdNumber(typed);
  if (!idNumber) return refuse({ code: 'privacy.id-unreadable', field: 'idNumber' });
  if (tag === null) return refuse({ code: 'privacy.link-not-found' });
  if (tagOf(idNumber) !== tag) return refuse({ code: 'privacy.id-differs', field: 'idNumber' });
  await forgetAttempts('identity', id);
  return accept(null);
}

/** What names the person of a link in the audit: never who they are. */
export const reachDetail = (reach: PersonReach) =>
  reach.scope === 'book' ? { person: reach.person.id } : { identity: reach.check.id };
