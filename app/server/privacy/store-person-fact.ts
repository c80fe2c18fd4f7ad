import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { SubjectId } from '~/domain/privacy/person.ts';
import type { PersonRecord } from '~/domain/privacy/question.ts';
import type { Tx } from '~/server/db/client.ts';
import { openSealed, sealUnder } from '~/server/platform/vault.ts';
import { samePerson } from '~/server/privacy/store-person.ts';

const place = 'person-fact';

export type NewPersonFact = {
  readonly enterpriseId: EnterpriseId;
  readonly id: string;
  readonly subjectId: SubjectId;
  readonly item: string;
  readonly providerId: InstitutionId;
  readonly sourceKey: Uint8Array<ArrayBuffer>;
  readonly knownAt: Date;
  readonly record: PersonRecord;
};

/** Adds records about people, each under the key of its subject; one that is known already changes nothing. */
export async function addPersonFacts(tx: Tx, facts: readonly NewPersonFact[]): Promise<number> {
  const data = facts.map(({ record, ...row }) => ({
    ...row,
    sealed: sealUnder(row.subjectId, place, JSON.stringify(record)),
  }));
  return (await tx.personFact.createMany({ data, skipDuplicates: true })).count;
}

type SealedFact = { readonly id: string; readonly subjectId: SubjectId; readonly sealed: Uint8Array };

/** The records about one person of one item that can still be read, in whichever firm's book, each with its id. */
export async function recordsOf(tx: Tx, person: SubjectId, item: string) {
  const rows = await tx.$queryRaw<SealedFact[]>`
    select id, subject_id as "subjectId", sealed from person_fact
    where subject_id in ${samePerson(person)} and item = ${item}`;
  return rows.flatMap(({ id, subjectId, sealed }) => {
    const text = openSealed(subjectId, place, sealed);
    return text === null ? [] : [{ id, subjectId, record: JSON.parse(text) as PersonRecord }];
  });
}

/** The readable records of a firm's people of one item, by subject; erased ones are left out. */
export async function recordsInFirm(tx: Tx, enterpriseId: EnterpriseId, item: string) {
  const rows = await tx.personFact.findMany({ where: { enterpriseId, item } });
  return rows.flatMap(({ id, subjectId, sealed }) => {
    const text = openSealed(subjectId, place, sealed);
    return text === null ? [] : [{ id, subjectId, record: JSON.parse(text) as PersonRecord }];
  });
}

/** The firms that a person's facts or consents speak of. */
export async function firmsOfSubject(tx: Tx, subjectId: SubjectId): Promise<EnterpriseId[]> {
  const rows = await tx.$queryRaw<{ id: EnterpriseId }[]>`
    select enterprise_id as id from person_fact where subject_id = ${subjectId}::uuid
    union select enterprise_id from person where subject_id = ${subjectId}::uuid order by 1`;
  return rows.map(({ id }) => id);
}

/** Answers about one item that banks got about a person through another firm, while the book of this one held what they asked for. */
export type AnsweredElsewhere = {
  readonly enterpriseId: EnterpriseId;
  readonly item: string;
  readonly since: Date;
  readonly askers: InstitutionId[];
};

/** To be asked before the erasure is noted: from then on nothing finds the person's other books from this one. */
export const answeredElsewhere = (tx: Tx, subjectId: SubjectId): Promise<AnsweredElsewhere[]> =>
  tx.$queryRaw<AnsweredElsewhere[]>`
    select q.enterprise_id as "enterpriseId", q.item, min(q.at) as since,
           array_agg(distinct q.institution_id::text) as askers
    from person p join yes_no_question q on q.enterprise_id = p.enterprise_id and q.person_id = p.id
    where p.subject_id in ${samePerson(subjectId)} and p.subject_id <> ${subjectId}::uuid
      and q.answer is not null
      and exists (select 1 from person_fact f
                  where f.subject_id = ${subjectId}::uuid and f.item = q.item and f.known_at <= q.at)
    group by q.enterprise_id, q.item order by 1, 2`;

export const countFactsOf = (tx: Tx, subjectId: SubjectId): Promise<number> =>
  tx.personFact.count({ where: { subjectId } });

/** The keyed hash of whom a subject stands for; null once that was erased. */
export async function tagOfSubject(tx: Tx, id: SubjectId): Promise<string | null> {
  const row = await tx.dataSubject.findUnique({ where: { id }, select: { tag: true } });
  return row?.tag ?? null;
}

/** Notes the erasure of one book and forgets its tag, so that nothing finds that subject any more; the key goes after the commit. */
export async function noteErasure(
  tx: Tx,
  erasure: {
    readonly id: string;
    readonly subjectId: SubjectId;
    readonly at: Date;
    readonly askedBy: string;
  },
): Promise<number> {
  const facts = await countFactsOf(tx, erasure.subjectId);
  await tx.erasure.createMany({ data: [{ ...erasure, facts }], skipDuplicates: true });
  await tx.dataSubject.updateMany({
    where: { id: erasure.subjectId },
    data: { tag: null, erasedAt: erasure.at },
  });
  return facts;
}

export const erasedSubjects = async (tx: Tx): Promise<SubjectId[]> =>
  (await tx.erasure.findMany({ select: { subjectId: true } })).map(({ subjectId }) => subjectId as SubjectId);
