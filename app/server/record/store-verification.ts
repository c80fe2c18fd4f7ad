import type { EnterpriseId, InstitutionId, UserId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

export type NewVerification = {
  readonly enterpriseId: EnterpriseId;
  readonly id: string;
  readonly applicationId: string;
  readonly institutionId: InstitutionId;
  readonly providerId: string;
  readonly consentId: string;
  readonly item: string;
  readonly question: string;
  readonly userId: UserId;
  readonly userName: string;
  readonly at: Date;
};

export const addVerification = (tx: Tx, question: NewVerification) =>
  tx.verificationQuestion.createMany({ data: [question] });

export type VerificationOutcome = {
  readonly enterpriseId: string;
  readonly questionId: string;
  readonly providerId: string;
  readonly institutionId: string;
  readonly answer: 'yes' | 'no' | 'band' | 'unavailable' | 'withheld';
  /** The number of the band, where that is the answer. */
  readonly band: number | null;
  readonly cause: string | null;
  readonly attempts: number;
  readonly tookMs: number;
  readonly repeats: string | null;
  readonly goodUntil: Date | null;
  readonly at: Date;
};

export const addOutcome = (tx: Tx, outcome: VerificationOutcome) =>
  tx.verificationAnswer.createMany({ data: [outcome] });

/** What an institution asked about one firm since an instant. */
export const verifiedSince = (tx: Tx, enterpriseId: string, institutionId: string, since: Date) =>
  tx.verificationQuestion.findMany({
    where: { enterpriseId, institutionId, at: { gte: since } },
    select: { item: true, question: true, at: true },
  });

type Known = {
  readonly question_id: string;
  readonly answer: 'yes' | 'no' | 'band';
  readonly band: number | null;
  readonly good_until: Date;
};

/** The answer that was got to the same question under the same consent and still holds; null when there is none. */
export async function findKnownAnswer(
  tx: Tx,
  of: Pick<NewVerification, 'enterpriseId' | 'consentId' | 'item' | 'question' | 'at'>,
): Promise<Known | null> {
  const rows = await tx.$queryRaw<Known[]>`
    select a.question_id, a.answer, a.band, a.good_until
    from verification_question q
    join verification_answer a on a.enterprise_id = q.enterprise_id and a.question_id = q.id
    where q.enterprise_id = ${of.enterpriseId}::uuid and q.consent_id = ${of.consentId}::uuid
      and q.item = ${of.item} and q.question = ${of.question}
      and a.answer in ('yes', 'no', 'band') and a.repeats is null and a.good_until > ${of.at}
    order by a.at desc limit 1`;
  return rows[0] ?? null;
}

export type CallRow = {
  readonly id: string;
  readonly item: string;
  readonly question: string;
  readonly at: Date;
  readonly institution_zh: string;
  readonly institution_en: string;
  readonly answer: VerificationOutcome['answer'] | null;
  readonly band: number | null;
  readonly cause: string | null;
  readonly attempts: number | null;
  readonly took_ms: number | null;
  readonly repeated: boolean;
};

/** The last questions that came to a provider, with who asked and how it went; the firm stays unnamed. */
export const findCalls = (tx: Tx, providerId: string, most: number) => tx.$queryRaw<CallRow[]>`
  select q.id, q.item, q.question, q.at, i.name_zh as institution_zh, i.name_en as institution_en,
    a.answer, a.band, a.cause, a.attempts, a.took_ms, a.repeats is not null as repeated
  from verification_question q
  join institution i on i.id = q.institution_id
  left join verification_answer a on a.enterprise_id = q.enterprise_id and a.question_id = q.id
  where q.provider_id = ${providerId}::uuid order by q.at desc, q.id limit ${most}`;

export type CallSums = {
  readonly asked: number;
  readonly answered: number;
  readonly failed: number;
  readonly repeated: number;
  readonly middleMs: number | null;
};

/** How a provider's endpoint did since an instant. */
export async function sumCalls(tx: Tx, providerId: string, since: Date): Promise<CallSums> {
  const rows = await tx.$queryRaw<CallSums[]>`
    select count(*)::int as asked,
      count(*) filter (where attempts > 0 and cause is null)::int as answered,
      count(*) filter (where cause is not null and answer <> 'withheld')::int as failed,
      count(*) filter (where repeats is not null)::int as repeated,
      percentile_disc(0.5) within group (order by took_ms) filter (where attempts > 0) as "middleMs"
    from verification_answer where provider_id = ${providerId}::uuid and at >= ${since}`;
  return rows[0] as CallSums;
}

export type VerifiedRow = Omit<CallRow, 'institution_zh' | 'institution_en'> & { readonly user_name: string };

/** What was asked in an application, the newest first. */
export const findVerified = (tx: Tx, enterpriseId: string, applicationId: string) =>
  tx.$queryRaw<VerifiedRow[]>`
    select q.id, q.item, q.question, q.at, q.user_name, a.answer, a.band, a.cause, a.attempts, a.took_ms,
      a.repeats is not null as repeated
    from verification_question q
    left join verification_answer a on a.enterprise_id = q.enterprise_id and a.question_id = q.id
    where q.enterprise_id = ${enterpriseId}::uuid and q.application_id = ${applicationId}::uuid
    order by q.at desc, q.id limit 100`;
