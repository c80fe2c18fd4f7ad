import type { EnterpriseId, InstitutionId, UserId } from '~/domain/kernel/id.ts';
import type { PersonId, SubjectId } from '~/domain/privacy/person.ts';
import type { PersonObjectionVerdict } from '~/domain/privacy/person-rights.ts';
import type { PersonRecord } from '~/domain/privacy/question.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { openSealed, sealUnder } from '~/server/platform/vault.ts';
import { samePerson } from '~/server/privacy/store-person.ts';

const places = { fact: 'person-fact', words: 'person-objection', answer: 'person-objection-answer' } as const;

export type NewReport = {
  readonly enterpriseId: EnterpriseId;
  readonly id: string;
  readonly personId: PersonId;
  readonly subjectId: SubjectId;
  readonly at: Date;
};

export const addReport = (tx: Tx, report: NewReport) => tx.personReport.createMany({ data: [report] });

/** When reports on subjects were opened, at whichever of their links. */
export const reportsOf = (tx: Tx, subjects: readonly SubjectId[]) =>
  tx.personReport.findMany({ where: { subjectId: { in: [...subjects] } }, select: { at: true } });

export const findReport = (tx: Tx, enterpriseId: EnterpriseId, personId: PersonId, id: string) =>
  tx.personReport.findFirst({ where: { enterpriseId, personId, id } });

/** A record about a person with whose it is and who supplied it; unreadable ones are left out. */
export type HeldRecord = {
  readonly id: string;
  readonly subjectId: SubjectId;
  readonly enterpriseId: EnterpriseId;
  readonly firm: string;
  readonly item: string;
  readonly providerId: InstitutionId;
  readonly providerZh: string;
  readonly providerEn: string;
  readonly knownAt: Date;
  readonly record: PersonRecord;
};

type HeldRow = Omit<HeldRecord, 'record'> & { readonly sealed: Uint8Array };

const heldColumns = Prisma.sql`f.id, f.enterprise_id as "enterpriseId", e.name as firm, f.item, f.provider_id as "providerId",
    p.name_zh as "providerZh", p.name_en as "providerEn", f.known_at as "knownAt", f.sealed`;
const heldFrom = Prisma.sql`person_fact f join enterprise e on e.id = f.enterprise_id join institution p on p.id = f.provider_id`;

/** Whose books a link opens: a person's in that of the firm which named them, or in every firm's where that is null. */
export type Books = { readonly subjects: readonly SubjectId[]; readonly enterpriseId: EnterpriseId | null };

const inBook = (column: Prisma.Sql, { enterpriseId }: Books) =>
  enterpriseId ? Prisma.sql`${column} = ${enterpriseId}::uuid` : Prisma.sql`true`;

/** Every record held about a person in these books, the newest first. */
export async function heldAbout(tx: Tx, books: Books): Promise<HeldRecord[]> {
  const rows = await tx.$queryRaw<HeldRow[]>`
    select ${heldColumns}, f.subject_id as "subjectId" from ${heldFrom}
    where f.subject_id = any(${[...books.subjects]}::uuid[]) and ${inBook(Prisma.sql`f.enterprise_id`, books)}
    order by f.item, f.known_at desc, f.id`;
  return rows.flatMap(opened);
}

/** Single records about persons, whosever they are. */
export async function heldRecords(tx: Tx, ids: readonly string[]): Promise<Map<string, HeldRecord>> {
  const rows = await tx.$queryRaw<HeldRow[]>`
    select ${heldColumns}, f.subject_id as "subjectId" from ${heldFrom} where f.id = any(${[...ids]}::uuid[])`;
  return new Map(rows.flatMap(opened).map((held) => [held.id, held]));
}

function opened({ sealed, ...row }: HeldRow): HeldRecord[] {
  const text = openSealed(row.subjectId, places.fact, sealed);
  return text === null ? [] : [{ ...row, record: JSON.parse(text) as PersonRecord }];
}

export type LookedLine = {
  readonly id: string;
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly item: string;
  readonly question: string;
  readonly answer: boolean | null;
  readonly band: number | null;
  readonly userName: string;
  readonly at: Date;
};

/** Who asked what about a person, through the firms whose books these are, the newest first. */
export const lookedAt = (tx: Tx, books: Books) => tx.$queryRaw<LookedLine[]>`
  select q.id, e.name as firm, b.name_zh as "bankZh", b.name_en as "bankEn", q.item, q.question, q.answer, q.band,
         q.user_name as "userName", q.at
  from person p
  join yes_no_question q on q.enterprise_id = p.enterprise_id and q.person_id = p.id
  join enterprise e on e.id = p.enterprise_id
  join institution b on b.id = q.institution_id
  where p.subject_id = any(${[...books.subjects]}::uuid[]) and ${inBook(Prisma.sql`p.enterprise_id`, books)}
  order by q.at desc`;

export type PersonObjectionRow = {
  readonly id: string;
  readonly enterpriseId: EnterpriseId;
  readonly subjectId: SubjectId;
  readonly factId: string;
  readonly item: string;
  readonly providerId: InstitutionId;
  readonly filedAt: Date;
  readonly dueOn: Date;
  readonly verdict: PersonObjectionVerdict;
  readonly answererName: string | null;
  readonly answeredAt: Date | null;
  /** Null once the person had everything erased. */
  readonly words: string | null;
  readonly answer: string | null;
};

type StoredObjection = Awaited<ReturnType<Tx['personObjection']['findMany']>>[number];

const toObjection = ({ sealed, sealedAnswer, ...row }: StoredObjection): PersonObjectionRow => {
  const subjectId = row.subjectId as SubjectId;
  return {
    ...row,
    subjectId,
    enterpriseId: row.enterpriseId as EnterpriseId,
    providerId: row.providerId as InstitutionId,
    verdict: row.verdict as PersonObjectionVerdict,
    words: openSealed(subjectId, places.words, sealed),
    answer: sealedAnswer && openSealed(subjectId, places.answer, sealedAnswer),
  };
};

export type NewPersonObjection = {
  readonly enterpriseId: EnterpriseId;
  readonly id: string;
  /** Null where the person objects behind a link of the platform. */
  readonly personId: PersonId | null;
  readonly subjectId: SubjectId;
  readonly factId: string;
  readonly item: string;
  readonly providerId: InstitutionId;
  readonly filedAt: Date;
  readonly dueOn: Date;
};

export const addPersonObjection = (tx: Tx, { words, ...row }: NewPersonObjection & { words: string }) =>
  tx.personObjection.createMany({
    data: [{ ...row, sealed: sealUnder(row.subjectId, places.words, words) }],
  });

/** The objections of a person, the newest first. */
export const objectionsOf = async (tx: Tx, subjects: readonly SubjectId[]) =>
  (
    await tx.personObjection.findMany({
      where: { subjectId: { in: [...subjects] } },
      orderBy: { filedAt: 'desc' },
    })
  ).map(toObjection);

/** Nobody can answer an objection whose person had everything erased. */
const isWaiting = Prisma.sql`o.verdict is null
    and not exists (select 1 from data_subject s where s.id = o.subject_id and s.erased_at is not null)`;

/** Objections without an answer, what is due first coming first. */
const waiting = (tx: Tx, dueBefore?: Date) => tx.$queryRaw<{ id: string; dueOn: Date }[]>`
  select o.id, o.due_on as "dueOn" from person_objection o
  where ${isWaiting} and ${dueBefore ? Prisma.sql`o.due_on < ${dueBefore}::date` : Prisma.sql`true`}
  order by o.due_on, o.id`;

export type WaitingObjection = {
  readonly id: string;
  readonly item: string;
  readonly firm: string;
  readonly filedAt: Date;
  readonly dueOn: Date;
};

/** What is known of each waiting objection without opening it: neither the person nor a word of it. */
export const waitingObjections = (tx: Tx) => tx.$queryRaw<WaitingObjection[]>`
  select o.id, o.item, e.name as firm, o.filed_at as "filedAt", o.due_on as "dueOn"
  from person_objection o join enterprise e on e.id = o.enterprise_id
  where ${isWaiting} order by o.due_on, o.id`;

/** The objections of all persons: what waits first, by its last day, then what was answered lately. */
export async function allPersonObjections(tx: Tx): Promise<PersonObjectionRow[]> {
  const ids = (await waiting(tx)).slice(0, 100).map(({ id }) => id);
  const rows = [
    ...(await tx.personObjection.findMany({ where: { id: { in: ids } }, orderBy: { dueOn: 'asc' } })),
    ...(await tx.personObjection.findMany({
      where: { NOT: { verdict: null } },
      orderBy: { answeredAt: 'desc' },
      take: 20,
    })),
  ];
  return rows.map(toObjection);
}

export async function findPersonObjection(tx: Tx, id: string): Promise<PersonObjectionRow | null> {
  const row = await tx.personObjection.findFirst({ where: { id } });
  return row && toObjection(row);
}

/** Answers an objection once; false where somebody else did. */
export async function answerPersonObjection(
  tx: Tx,
  { enterpriseId, id, subjectId }: PersonObjectionRow,
  {
    answer,
    ...given
  }: {
    readonly verdict: 'upheld' | 'refused';
    readonly answer: string;
    readonly answeredBy: UserId;
    readonly answererName: string;
    readonly answeredAt: Date;
  },
): Promise<boolean> {
  const sealedAnswer = sealUnder(subjectId, places.answer, answer);
  const { count } = await tx.personObjection.updateMany({
    where: { enterpriseId, id, verdict: null },
    data: { ...given, sealedAnswer },
  });
  return count === 1;
}

/** Institutions that got an answer about the item of a person whose objection was upheld. */
export async function answeredFrom(
  tx: Tx,
  { subjectId, item }: Pick<PersonObjectionRow, 'subjectId' | 'item'>,
): Promise<InstitutionId[]> {
  const rows = await tx.$queryRaw<{ id: InstitutionId }[]>`
    select distinct q.institution_id as id from person p
    join yes_no_question q on q.enterprise_id = p.enterprise_id and q.person_id = p.id
    where p.subject_id in ${samePerson(subjectId)} and q.item = ${item} and q.answer is not null order by 1`;
  return rows.map(({ id }) => id);
}

/** The verdicts of all objections to records about subjects or in a firm's books, by record. */
export async function verdictsOf(
  tx: Tx,
  of: { readonly subjects: readonly SubjectId[] } | { readonly enterpriseId: EnterpriseId },
) {
  const where = 'subjects' in of ? { subjectId: { in: [...of.subjects] } } : of;
  const rows = await tx.personObjection.findMany({ where, select: { factId: true, verdict: true } });
  const byFact = new Map<string, PersonObjectionVerdict[]>();
  for (const { factId, verdict } of rows)
    byFact.set(factId, [...(byFact.get(factId) ?? []), verdict as PersonObjectionVerdict]);
  return byFact;
}

export type NewRefusal = {
  readonly enterpriseId: EnterpriseId;
  readonly id: string;
  readonly personId: PersonId;
  readonly institutionId: InstitutionId;
  readonly purpose: string;
  readonly at: Date;
  readonly holdsUntil: Date;
};

export const addRefusal = (tx: Tx, refusal: NewRefusal) =>
  tx.personRefusal.createMany({ data: [refusal], skipDuplicates: true });

/** The refusals of the people whom a firm asked; one at most for each. */
export const refusalsOf = (tx: Tx, enterpriseId: EnterpriseId) =>
  tx.personRefusal.findMany({ where: { enterpriseId } });

/** Pending objections whose last day is over. */
export const overduePersonObjections = (tx: Tx, today: Date) => waiting(tx, today);

/** Notes that a clock which ran out was reported; false where it had been. */
export async function noteEscalation(
  tx: Tx,
  escalation: { readonly kind: string; readonly subjectId: string; readonly step: string; readonly at: Date },
): Promise<boolean> {
  const { count } = await tx.dutyEscalation.createMany({ data: [escalation], skipDuplicates: true });
  return count === 1;
}
