import { randomUUID } from 'node:crypto';
import { chainStart, consentHash } from '~/domain/consent/receipt.ts';
import { addMonths, startOf } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { readIdNumber } from '~/domain/privacy/id-number.ts';
import {
  type Identity,
  identityCommitment,
  type PersonConsentId,
  personConsentBody,
  type SubjectId,
} from '~/domain/privacy/person.ts';
import { system } from '~/server/access/actor.ts';
import { type TooMany, takeAttempt } from '~/server/access/attempt-limits.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { catalogueToday } from '~/server/consent/store.ts';
import { firmNames, recipientParty } from '~/server/consent/store-party.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';
import { signText } from '~/server/platform/signing.ts';
import { destroyKey, tagOf } from '~/server/platform/vault.ts';
import { type DoorRefusal, openDoor } from '~/server/privacy/person-door.ts';
import { purgeDropped } from '~/server/privacy/purge-dropped.ts';
import {
  addPersonConsent,
  consentsOfPerson,
  endPersonConsents,
  markSigned,
  type NamedPerson,
  setTag,
  subjectByTag,
} from '~/server/privacy/store-person.ts';

export type PersonSignature = {
  readonly name: string;
  readonly idNumber: string;
  readonly items: readonly string[];
  readonly validMonths: number;
};

type SignRefusal =
  | DoorRefusal
  | TooMany
  | {
      readonly code:
        | 'privacy.link-expired'
        | 'privacy.erased'
        | 'consent.recipient-suspended'
        | 'consent.unknown-items';
    }
  | { readonly code: 'privacy.id-unreadable' | 'privacy.id-differs'; readonly field: 'idNumber' };

const actor = system('privacy.person');

/**
 * A natural person consents with their own identity: the identity goes under the person's key, the signed text holds a
 * commitment to it. An earlier consent of the person for the same firm is replaced: what the new one leaves out the
 * recipient has to delete.
 */
export async function signPersonConsent(
  token: string,
  input: PersonSignature,
): Promise<Result<PersonConsentId, SignRefusal>> {
  const signed = await withActor(actor, async (tx): Promise<Result<Signed, SignRefusal>> => {
    const door = await openDoor(tx, token);
    if (!door.ok) return door;
    const tried = await takeAttempt('identity', door.value.id);
    if (!tried.ok) return tried;
    const idNumber = readIdNumber(input.idNumber);
    if (!idNumber) return refuse({ code: 'privacy.id-unreadable', field: 'idNumber' });
    const no = await refused(tx, door.value, input, idNumber);
    return no ? refuse(no) : accept(await carryOut(tx, door.value, input, idNumber));
  });
  if (!signed.ok) return signed;
  if (signed.value.leftKey) destroyKey(signed.value.leftKey);
  return accept(signed.value.id);
}

type Signed = { readonly id: PersonConsentId; readonly leftKey: SubjectId | null };

async function refused(
  tx: Tx,
  person: NamedPerson,
  input: PersonSignature,
  idNumber: string,
): Promise<SignRefusal | null> {
  if (!person.identity) return { code: 'privacy.erased' };
  if (!person.signedAt && person.tokenExpiresAt <= clock.now()) return { code: 'privacy.link-expired' };
  if (person.signedAt && person.identity.idNumber !== idNumber)
    return { code: 'privacy.id-differs', field: 'idNumber' };
  const party = await recipientParty(tx, person.institutionId, clock.today());
  if (party?.standing !== 'good') return { code: 'consent.recipient-suspended' };
  const personal = (await catalogueToday(tx, clock.today())).filter((i) => i.subject === 'natural-person');
  const known = new Set(personal.map(({ code }) => code));
  return input.items.every((code) => known.has(code)) ? null : { code: 'consent.unknown-items' };
}

/** The subject of this identity number in the firm's book: a known one, or the one made when the person was named. */
async function subjectFor(tx: Tx, person: NamedPerson, idNumber: string): Promise<SubjectId> {
  const tag = tagOf(idNumber);
  const known = await subjectByTag(tx, tag, person.enterpriseId);
  if (known) return known;
  await setTag(tx, person.subjectId, tag);
  return person.subjectId;
}

async function carryOut(
  tx: Tx,
  person: NamedPerson,
  input: PersonSignature,
  idNumber: string,
): Promise<Signed> {
  const at = clock.now();
  const subjectId = await subjectFor(tx, person, idNumber);
  const nonce = (person.identity as Identity).nonce;
  const identity = { name: input.name, idNumber, nonce };
  await markSigned(tx, person, subjectId, identity, at);
  const replaced = await endPersonConsents(tx, person.enterpriseId, person.id, at);
  const id = await sealConsent(tx, person, identity, input, at);
  await purgeDropped(tx, person, { replaced, items: input.items, at });
  const { enterpriseId, institutionId, purpose } = person;
  const firm = await firmNames(tx, enterpriseId);
  const detail = { person: person.id, consent: id, institutionId, items: input.items };
  await recordChange(tx, actor, {
    kind: 'privacy.person-consented',
    enterpriseId,
    institutionId,
    subjectId: id,
  });
  await appendAudit(tx, actor, { action: 'privacy.person-consented', enterpriseId, purpose, detail });
  const params = { firm: firm?.name ?? '' };
  const kind = 'privacy.person-consented';
  await notify(tx, { to: { institutionId }, kind, params, href: '/bank/persons' });
  await notify(tx, { to: { enterpriseId }, kind: 'privacy.person-signed', params, href: '/my/persons' });
  return { id, leftKey: subjectId === person.subjectId ? null : person.subjectId };
}

async function sealConsent(
  tx: Tx,
  person: NamedPerson,
  identity: Identity,
  { items, validMonths }: PersonSignature,
  at: Date,
): Promise<PersonConsentId> {
  const { enterpriseId, institutionId, purpose } = person;
  const id = randomUUID() as PersonConsentId;
  const validTo = startOf(addMonths(clock.today(), validMonths));
  const terms = { enterpriseId, institutionId, purpose, items, validFrom: at, validTo };
  const firm = await firmNames(tx, enterpriseId);
  const party = await recipientParty(tx, institutionId, clock.today());
  const names = {
    ...{ id, personId: person.id, identity: identityCommitment(identity), grantedAt: at },
    ...{ firm: firm?.name ?? '', recipient: party?.nameZh ?? '' },
  };
  const body = personConsentBody(terms, names);
  const previousHash = (await consentsOfPerson(tx, enterpriseId, person.id)).at(-1)?.hash ?? chainStart;
  const hash = consentHash(previousHash, body);
  const seal = { body, previousHash, hash, ...signText(hash) };
  await addPersonConsent(tx, { ...terms, ...seal, id, personId: person.id, grantedAt: at, revokedAt: null });
  return id;
}
