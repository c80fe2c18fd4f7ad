import type { EnterpriseId, InstitutionId, UserId } from '~/domain/kernel/id.ts';
import type { PersonId } from '~/domain/privacy/person.ts';
import type { Asked } from '~/domain/privacy/question.ts';
import type { Tx } from '~/server/db/client.ts';

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

/** What an institution asked about one person since an instant. */
export const askedSince = (
  tx: Tx,
  enterpriseId: EnterpriseId,
  personId: PersonId,
  institutionId: InstitutionId,
  since: Date,
): Promise<Asked[]> =>
  tx.yesNoQuestion.findMany({
    where: { enterpriseId, personId, institutionId, at: { gte: since } },
    select: { item: true, question: true, at: true },
  });

/** The last questions of an institution, the newest first. */
export const questionsBy = (tx: Tx, institutionId: InstitutionId) =>
  tx.yesNoQuestion.findMany({ where: { institutionId }, orderBy: { at: 'desc' }, take: 50 });

/** The questions that were asked about one person, the newest first. */
export const questionsAbout = (tx: Tx, enterpriseId: EnterpriseId, personId: PersonId) =>
  tx.yesNoQuestion.findMany({ where: { enterpriseId, personId }, orderBy: { at: 'desc' }, take: 100 });
