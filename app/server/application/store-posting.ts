import { z } from 'zod';
import type { Answer, AnswerState, Posting } from '~/domain/application/posting.ts';
import type { OfferTerms } from '~/domain/application/proposal.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId, NeedId, ProductId } from '~/domain/kernel/id.ts';
import { type PostedProfile, profileSchema } from '~/server/application/posted-profile.ts';
import { termsFromJson, termsToJson } from '~/server/application/proposal-json.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';

export type PostingRow = Posting & {
  readonly id: string;
  readonly enterpriseId: EnterpriseId;
  readonly needId: NeedId;
  readonly named: boolean;
  readonly profile: PostedProfile;
  /** Pass or unknown by product; a product that is not here failed, or came later. */
  readonly standing: { readonly [productId: string]: 'pass' | 'unknown' };
  readonly postedAt: Date;
};

type Stored = NonNullable<Awaited<ReturnType<Tx['needPosting']['findFirst']>>>;
const standingSchema = z.record(z.string(), z.enum(['pass', 'unknown']));

const toPosting = (row: Stored): PostingRow => ({
  id: row.id,
  enterpriseId: row.enterpriseId as EnterpriseId,
  needId: row.needId as NeedId,
  named: row.named,
  profile: profileSchema.parse(row.profile),
  standing: standingSchema.parse(row.standing),
  state: row.state as Posting['state'],
  openUntil: dayOfDate(row.openUntil),
  notTo: row.notTo as InstitutionId[],
  recommended: row.recommended,
  postedAt: row.postedAt,
});

export type NewPosting = Omit<PostingRow, 'state'> & {
  readonly statement: object;
  readonly signature: string;
  readonly postedBy: string;
};

export const addPosting = (tx: Tx, { profile, standing, statement, openUntil, notTo, ...rest }: NewPosting) =>
  tx.needPosting.create({
    data: {
      ...rest,
      profile: profile as unknown as Prisma.InputJsonValue,
      standing,
      statement: statement as Prisma.InputJsonValue,
      notTo: [...notTo],
      openUntil: dateOfDay(openUntil),
    },
  });

/** The postings of a firm's need, the latest first. */
export async function postingsOf(tx: Tx, enterpriseId: EnterpriseId, needId: NeedId): Promise<PostingRow[]> {
  const rows = await tx.needPosting.findMany({
    where: { enterpriseId, needId },
    orderBy: [{ postedAt: 'desc' }, { id: 'asc' }],
    take: 20,
  });
  return rows.map(toPosting);
}

/** A posting by its address; row security hides it from banks that are not asked. */
export async function findPosting(tx: Tx, id: string): Promise<PostingRow | null> {
  const row = await tx.needPosting.findFirst({ where: { id } });
  return row && toPosting(row);
}

/** The name of a firm that lets itself be known. */
export async function firmName(tx: Tx, id: EnterpriseId): Promise<string | null> {
  const firm = await tx.enterprise.findUnique({ where: { id }, select: { name: true } });
  return firm?.name ?? null;
}

/** The names of firms that let themselves be known. */
export async function firmNames(tx: Tx, ids: readonly EnterpriseId[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const firms = await tx.enterprise.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(firms.map(({ id, name }) => [id, name]));
}

export async function postingsByIds(tx: Tx, ids: readonly string[]): Promise<PostingRow[]> {
  return (await tx.needPosting.findMany({ where: { id: { in: [...ids] } } })).map(toPosting);
}

/** Ends what is open of a need: `ended` by its last day, `closed` by the firm. */
export async function closePostings(
  tx: Tx,
  enterpriseId: EnterpriseId,
  needId: NeedId,
  state: 'ended' | 'closed',
  at: Date,
): Promise<number> {
  const { count } = await tx.needPosting.updateMany({
    where: { enterpriseId, needId, state: 'open' },
    data: { state, closedAt: at },
  });
  return count;
}

type Voided = { readonly institutionId: InstitutionId; readonly postingId: string };

/** Frees banks whose clock still runs on postings of a need that the firm takes back; whose they were. */
export const voidAnswers = (
  tx: Tx,
  enterpriseId: EnterpriseId,
  needId: NeedId,
  at: Date,
): Promise<Voided[]> =>
  tx.$queryRaw<Voided[]>`
    update need_answer a set state = 'void' from need_posting p
    where p.enterprise_id = ${enterpriseId}::uuid and p.need_id = ${needId}::uuid
      and a.enterprise_id = p.enterprise_id and a.posting_id = p.id and a.state = 'taken' and a.due_at > ${at}
    returning a.institution_id as "institutionId", a.posting_id as "postingId"`;

export type AnswerRow = Answer & {
  readonly id: string;
  readonly enterpriseId: EnterpriseId;
  readonly postingId: string;
  readonly institutionId: InstitutionId;
  readonly takenBy: string;
  readonly takenAt: Date;
  readonly productId: ProductId | null;
  readonly terms: OfferTerms | null;
};

export const toAnswer = (
  row: NonNullable<Awaited<ReturnType<Tx['needAnswer']['findFirst']>>>,
): AnswerRow => ({
  id: row.id,
  enterpriseId: row.enterpriseId as EnterpriseId,
  postingId: row.postingId,
  institutionId: row.institutionId as InstitutionId,
  state: row.state as AnswerState,
  takenBy: row.takenBy,
  takenAt: row.takenAt,
  dueAt: row.dueAt,
  productId: row.productId as ProductId | null,
  terms: row.terms === null ? null : termsFromJson(row.terms),
  validUntil: row.validUntil && dayOfDate(row.validUntil),
});

/** The answers of a posting that the reader may see: all for the firm, its own for a bank. */
export async function answersTo(tx: Tx, postingIds: readonly string[]): Promise<AnswerRow[]> {
  const rows = await tx.needAnswer.findMany({
    where: { postingId: { in: [...postingIds] } },
    orderBy: [{ takenAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toAnswer);
}

/** The bank's own answer, held against changes; null before it took the need up. */
export async function lockOwnAnswer(
  tx: Tx,
  postingId: string,
  institutionId: InstitutionId,
): Promise<AnswerRow | null> {
  await tx.$queryRaw`select id from need_answer
    where posting_id = ${postingId}::uuid and institution_id = ${institutionId}::uuid for update`;
  const row = await tx.needAnswer.findFirst({ where: { postingId, institutionId } });
  return row && toAnswer(row);
}

export type NewAnswer = {
  readonly enterpriseId: EnterpriseId;
  readonly id: string;
  readonly postingId: string;
  readonly institutionId: InstitutionId;
  readonly takenBy: string;
  readonly takenAt: Date;
  readonly dueAt: Date;
};

/** Takes a need up; false where another person of the bank was sooner. */
export async function addAnswer(tx: Tx, answer: NewAnswer): Promise<boolean> {
  const { count } = await tx.needAnswer.createMany({
    data: [{ ...answer, state: 'taken' }],
    skipDuplicates: true,
  });
  return count === 1;
}

type Told = { readonly productId: ProductId; readonly terms: OfferTerms } | null;

/** Writes a bank's answer: terms, or that it passes. */
export const storeAnswer = (tx: Tx, { enterpriseId, id }: AnswerRow, told: Told, at: Date) =>
  tx.needAnswer.update({
    where: { enterpriseId_id: { enterpriseId, id } },
    data: told
      ? {
          state: 'offered',
          productId: told.productId,
          terms: termsToJson(told.terms),
          validUntil: dateOfDay(told.terms.validUntil),
          answeredAt: at,
        }
      : { state: 'passed', answeredAt: at },
  });

export const moveAnswer = (tx: Tx, { enterpriseId, id }: AnswerRow, state: 'returned' | 'chosen', at: Date) =>
  tx.needAnswer.update({
    where: { enterpriseId_id: { enterpriseId, id } },
    data: { state, ...(state === 'chosen' && { chosenAt: at }) },
  });

/** Needs whose bank let its clock run out, and postings whose last day is past. */
export async function lapsedAnswers(tx: Tx, at: Date): Promise<AnswerRow[]> {
  const rows = await tx.needAnswer.findMany({
    where: { state: 'taken', dueAt: { lte: at } },
    orderBy: { dueAt: 'asc' },
    take: 5000,
  });
  return rows.map(toAnswer);
}

export async function endedPostings(tx: Tx, today: Day): Promise<PostingRow[]> {
  const rows = await tx.needPosting.findMany({
    where: { state: 'open', openUntil: { lt: dateOfDay(today) } },
    take: 5000,
  });
  return rows.map(toPosting);
}
