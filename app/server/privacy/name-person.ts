import { randomBytes, randomUUID } from 'node:crypto';
import { sha256 } from '~/domain/kernel/hash.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { checkShare, type PersonId, type ShareRefusal, type SubjectId } from '~/domain/privacy/person.ts';
import { mayAskAgain, type Refused, type RefusedRefusal } from '~/domain/privacy/person-rights.ts';
import type { PersonPurpose, Relation } from '~/domain/privacy/relation.ts';
import { type Actor, asFirm, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recipientParty } from '~/server/consent/store-party.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { addPerson, addSubject, personsOf } from '~/server/privacy/store-person.ts';
import { refusalsOf } from '~/server/privacy/store-person-rights.ts';

export type PersonWish = {
  readonly name: string;
  readonly relation: Relation;
  readonly sharePpm: number | null;
  readonly institutionId: InstitutionId;
  readonly purpose: PersonPurpose;
};

type NameRefusal = ShareRefusal | RefusedRefusal | { readonly code: 'consent.recipient-not-found' };
type Named = { readonly id: PersonId; readonly token: string };

/**
 * The firm names a natural person whose own consent a bank needs. The firm cannot give it: the person gets a secret link
 * and signs there. The returned token exists nowhere else.
 */
export function namePerson(actor: Actor, wish: PersonWish): Promise<Result<Named, NameRefusal>> {
  const firm = asFirm(actor);
  const { enterpriseId } = firm;
  return withActor(system('privacy.name-person'), async (tx): Promise<Result<Named, NameRefusal>> => {
    const { persons } = await readPrivacyDuties(tx, clock.today());
    const share = checkShare(wish.relation, wish.sharePpm, persons.ownerSharePpm);
    if (!share.ok) return share;
    const party = await recipientParty(tx, wish.institutionId, clock.today());
    if (party?.standing !== 'good') return refuse({ code: 'consent.recipient-not-found' });
    const again = mayAskAgain(await refusedAt(tx, enterpriseId), wish, clock.today());
    if (!again.ok) return again;
    const [id, subjectId] = [randomUUID() as PersonId, randomUUID() as SubjectId];
    const token = randomBytes(32).toString('base64url');
    const at = clock.now();
    await addSubject(tx, { id: subjectId, tag: null, bookOf: enterpriseId, createdAt: at });
    await addPerson(tx, {
      ...{ id, enterpriseId, subjectId, sharePpm: share.value, namedBy: firm.userId, createdAt: at },
      ...{ relation: wish.relation, institutionId: wish.institutionId, purpose: wish.purpose },
      identity: { name: wish.name, idNumber: null, nonce: randomBytes(16).toString('hex') },
      tokenHash: sha256(token),
      tokenExpiresAt: new Date(at.getTime() + persons.linkDays * 86_400_000),
    });
    const { relation, institutionId, purpose } = wish;
    const detail = { person: id, relation, institutionId };
    await recordChange(tx, firm, {
      kind: 'privacy.person-named',
      enterpriseId,
      subjectId: id,
      payload: detail,
    });
    await appendAudit(tx, firm, { action: 'privacy.person-named', enterpriseId, purpose, detail });
    return accept({ id, token });
  });
}

/** Who of the people that the firm named refused, with what they were called then; who had it erased is nobody. */
async function refusedAt(tx: Tx, enterpriseId: EnterpriseId): Promise<Refused[]> {
  const people = await personsOf(tx, enterpriseId);
  return (await refusalsOf(tx, enterpriseId)).flatMap(({ personId, institutionId, purpose, holdsUntil }) => {
    const name = people.find(({ id }) => id === personId)?.identity?.name;
    return name ? [{ name, institutionId, purpose, holdsUntil: dayOfDate(holdsUntil) }] : [];
  });
}
