import type { EnterpriseId, InstitutionId, UserId } from '~/domain/kernel/id.ts';
import type {
  Identity,
  PersonConsent,
  PersonConsentId,
  PersonId,
  SubjectId,
} from '~/domain/privacy/person.ts';
import type { PersonPurpose, Relation } from '~/domain/privacy/relation.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import type { PersonConsent as PersonConsentRow, Person as PersonRow } from '~/server/db/prisma/client.ts';
import { openSealed, sealUnder } from '~/server/platform/vault.ts';

export type NamedPerson = {
  readonly id: PersonId;
  readonly enterpriseId: EnterpriseId;
  readonly subjectId: SubjectId;
  readonly relation: Relation;
  readonly sharePpm: number | null;
  readonly institutionId: InstitutionId;
  readonly purpose: PersonPurpose;
  readonly tokenExpiresAt: Date;
  readonly createdAt: Date;
  readonly signedAt: Date | null;
  /** Null once the person's key was destroyed. */
  readonly identity: Identity | null;
};

const place = 'person';

const toPerson = ({ sealed, ...row }: PersonRow): NamedPerson => {
  const text = openSealed(row.subjectId, place, sealed);
  return {
    ...row,
    id: row.id as PersonId,
    enterpriseId: row.enterpriseId as EnterpriseId,
    subjectId: row.subjectId as SubjectId,
    relation: row.relation as Relation,
    institutionId: row.institutionId as InstitutionId,
    purpose: row.purpose as PersonPurpose,
    identity: text === null ? null : (JSON.parse(text) as Identity),
  };
};

export type NewPerson = Omit<NamedPerson, 'signedAt' | 'identity'> & {
  readonly identity: Identity;
  readonly tokenHash: string;
  readonly namedBy: UserId;
};

export async function addPerson(tx: Tx, { identity, ...row }: NewPerson): Promise<void> {
  const sealed = sealUnder(row.subjectId, place, JSON.stringify(identity));
  await tx.person.createMany({ data: [{ ...row, sealed }] });
}

export type NewSubject = {
  readonly id: SubjectId;
  readonly tag: string | null;
  /** The firm whose book of the person it is. */
  readonly bookOf: EnterpriseId;
  readonly createdAt: Date;
};

export const addSubject = (tx: Tx, subject: NewSubject) => tx.dataSubject.createMany({ data: [subject] });

/** The subject of an identity number in the book of a firm, if there is one; older ones may span several firms. */
export async function subjectByTag(tx: Tx, tag: string, bookOf: EnterpriseId): Promise<SubjectId | null> {
  const row = await tx.dataSubject.findFirst({
    where: { tag, OR: [{ bookOf }, { bookOf: null }] },
    orderBy: { bookOf: { sort: 'asc', nulls: 'last' } },
    select: { id: true },
  });
  return (row?.id as SubjectId | undefined) ?? null;
}

/** The subjects of one and the same person, in whichever firm's book: those with the same hash of the identity number. */
export const samePerson = (subjectId: SubjectId) => Prisma.sql`(
  select ${subjectId}::uuid union
  select o.id from data_subject s join data_subject o on o.tag = s.tag where s.id = ${subjectId}::uuid)`;

export const setTag = (tx: Tx, id: SubjectId, tag: string) =>
  tx.dataSubject.updateMany({ where: { id, tag: null, erasedAt: null }, data: { tag } });

/** The person signed: the row points to the subject of the identity number, with the identity under that key. */
export async function markSigned(
  tx: Tx,
  person: NamedPerson,
  subjectId: SubjectId,
  identity: Identity,
  at: Date,
) {
  const { enterpriseId, id } = person;
  const sealed = sealUnder(subjectId, place, JSON.stringify(identity));
  await tx.person.updateMany({ where: { enterpriseId, id }, data: { subjectId, sealed, signedAt: at } });
}

export async function personsOf(tx: Tx, enterpriseId: EnterpriseId): Promise<NamedPerson[]> {
  const rows = await tx.person.findMany({ where: { enterpriseId }, orderBy: { createdAt: 'desc' } });
  return rows.map(toPerson);
}

/** The people whom firms named and who turned out to be one of these subjects. */
export async function personsOfSubjects(tx: Tx, subjects: readonly SubjectId[]): Promise<NamedPerson[]> {
  const rows = await tx.person.findMany({
    where: { subjectId: { in: [...subjects] } },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(toPerson);
}

export async function findPersonOf(tx: Tx, enterpriseId: EnterpriseId, id: PersonId) {
  const row = await tx.person.findFirst({ where: { enterpriseId, id } });
  return row && toPerson(row);
}

/** The person of a secret link. */
export async function personByToken(tx: Tx, tokenHash: string): Promise<NamedPerson | null> {
  const row = await tx.person.findFirst({ where: { tokenHash } });
  return row && toPerson(row);
}

/** People who were asked to consent to an institution and signed. */
export async function personsFor(tx: Tx, institutionId: InstitutionId): Promise<NamedPerson[]> {
  const rows = await tx.person.findMany({
    where: { institutionId, signedAt: { not: null } },
    orderBy: { signedAt: 'desc' },
    take: 100,
  });
  return rows.map(toPerson);
}

export type SealedPersonConsent = PersonConsent & {
  readonly body: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly signature: string;
  readonly keyId: string;
};

const toConsent = (row: PersonConsentRow): SealedPersonConsent => ({
  ...row,
  id: row.id as PersonConsentId,
  personId: row.personId as PersonId,
  enterpriseId: row.enterpriseId as EnterpriseId,
  institutionId: row.institutionId as InstitutionId,
  purpose: row.purpose as PersonPurpose,
});

/** The consents of a person, in the order of their chain. */
export async function consentsOfPerson(tx: Tx, enterpriseId: EnterpriseId, personId: PersonId) {
  const rows = await tx.personConsent.findMany({
    where: { enterpriseId, personId },
    orderBy: { grantedAt: 'asc' },
  });
  return rows.map(toConsent);
}

export async function consentsOfFirm(tx: Tx, enterpriseId: EnterpriseId) {
  const rows = await tx.personConsent.findMany({ where: { enterpriseId }, orderBy: { grantedAt: 'asc' } });
  return rows.map(toConsent);
}

export async function consentsToInstitution(tx: Tx, institutionId: InstitutionId) {
  const rows = await tx.personConsent.findMany({ where: { institutionId }, orderBy: { grantedAt: 'asc' } });
  return rows.map(toConsent);
}

export const addPersonConsent = (tx: Tx, { items, ...consent }: SealedPersonConsent) =>
  tx.personConsent.createMany({ data: [{ ...consent, items: [...items] }] });

/** Ends what is in force of a person; returns the consents that ended. */
export async function endPersonConsents(tx: Tx, enterpriseId: EnterpriseId, personId: PersonId, at: Date) {
  const rows = await tx.$queryRaw<{ id: PersonConsentId }[]>`
    update person_consent set revoked_at = ${at}
    where enterprise_id = ${enterpriseId}::uuid and person_id = ${personId}::uuid and revoked_at is null and valid_to > ${at} returning id`;
  return rows.map(({ id }) => id);
}

/** One decision about a person at a time. */
export const lockPerson = (tx: Tx, id: string) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`person:${id}`}, 0))`;
