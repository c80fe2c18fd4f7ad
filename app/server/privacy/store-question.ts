import type { EnterpriseId, InstitutionId, UserId } from '~/domain/kernel/id.ts';
import type { PersonId, SubjectId } from '~/domain/privacy/person.ts';
import type { Asked } from '~/domain/privacy/question.ts';
import type { Tx } from '~/server/db/client.ts';
import { samePerson } from '~/server/privacy/store-person.ts';

export type NewQuestion = {
  readonly enterpriseId: EnterpriseId;
  readonly id: string;
  readonly personId: PersonId | null;
  readonly institutionId: InstitutionId;
  readonly item: string;
  readonly question: string;
  readonly answer: boolean | null;
  readonly band: number | null;
  readonly refusal: string | null;
  readonly userId: UserId;
  readonly userName: string;
  readonly at: Date;
};

export const addQuestion = (tx: Tx, question: NewQuestion) =>
  tx.yesNoQuestion.createMany({ data: [question] });

/** What an institution asked about one person since an instant, whichever firms named them. */
export const askedSince = (
  tx: Tx,
  subjectId: SubjectId,
  institutionId: InstitutionId,
  since: Date,
): Promise<Asked[]> => tx.$queryRaw<Asked[]>`
  select q.item, q.question, q.at from person p
  join yes_no_question q on q.enterprise_id = p.enterprise_id and q.person_id = p.id
  where p.subject_id in ${samePerson(subjectId)} and q.institution_id = ${institutionId}::uuid and q.at >= ${since}`;

/** The last questions of an institution, the newest first. */
export const questionsBy = (tx: Tx, institutionId: InstitutionId) =>
  tx.yesNoQuestion.findMany({ where: { institutionId }, orderBy: { at: 'desc' }, take: 50 });

/** The items about which an institution was answered under consents of a person that go on, one after another, until an instant. */
export async function itemsAnswered(
  tx: Tx,
  enterpriseId: EnterpriseId,
  personId: PersonId,
  until: Date,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ item: string }[]>`
    select distinct q.item from yes_no_question q
    where q.enterprise_id = ${enterpriseId}::uuid and q.person_id = ${personId}::uuid and q.refusal is null
      and not exists (select 1 from any_consent o where o.enterprise_id = q.enterprise_id and o.person_id = q.person_id
        and o.newer_items is null and least(o.valid_to, o.revoked_at) > q.at and least(o.valid_to, o.revoked_at) <= ${until})`;
  return rows.map(({ item }) => item);
}

/** The questions that were asked about one person, the newest first. */
export const questionsAbout = (tx: Tx, enterpriseId: EnterpriseId, personId: PersonId) =>
  tx.yesNoQuestion.findMany({ where: { enterpriseId, personId }, orderBy: { at: 'desc' }, take: 100 });
