import type { Day } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { mayKnow } from '~/server/application/store-kept-from.ts';
import {
  type AnswerRow,
  type PostingRow,
  postingsByIds,
  toAnswer,
} from '~/server/application/store-posting.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';

type Slice = { readonly skip: number; readonly take: number };
type Page = { readonly rows: readonly PostingRow[]; readonly total: number };

/** Which of the postings that stand: those that one of these products fits, those of recommended firms, or all. */
export type Standing = { readonly products: readonly string[] } | 'recommended' | 'all';

/** Postings that stand on a day and that the bank may know of, the latest first, and how many there are. */
export function openPostings(
  tx: Tx,
  bank: InstitutionId,
  today: Day,
  { which, ...slice }: Slice & { readonly which: Standing },
): Promise<Page> {
  const from = Prisma.sql`from need_posting p
    where p.state = 'open' and p.open_until >= ${today}::date and ${mayKnow(bank)} and ${among(which)}`;
  return pageOf(tx, from, Prisma.sql`p.posted_at desc, p.id`, slice);
}

function among(which: Standing): Prisma.Sql {
  if (which === 'all') return Prisma.sql`true`;
  if (which === 'recommended') return Prisma.sql`p.recommended`;
  return Prisma.sql`jsonb_exists_any(p.standing, ${[...which.products]}::text[])`;
}

/** Postings that the bank took up, the latest first, also those that are over, and how many there are. */
export function takenPostings(tx: Tx, bank: InstitutionId, slice: Slice): Promise<Page> {
  const from = Prisma.sql`from need_answer a
    join need_posting p on p.enterprise_id = a.enterprise_id and p.id = a.posting_id
    where a.institution_id = ${bank}::uuid`;
  return pageOf(tx, from, Prisma.sql`a.taken_at desc, a.id`, slice);
}

async function pageOf(tx: Tx, from: Prisma.Sql, order: Prisma.Sql, { skip, take }: Slice): Promise<Page> {
  const [counted] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total ${from}`;
  const page = await tx.$queryRaw<
    { id: string }[]
  >`select p.id ${from} order by ${order} limit ${take} offset ${skip}`;
  const ids = page.map(({ id }) => id);
  const postings = await postingsByIds(tx, ids);
  return {
    rows: ids.flatMap((id) => postings.find((posting) => posting.id === id) ?? []),
    total: counted?.total ?? 0,
  };
}

/** What a bank did with some postings. */
export async function ownAnswers(
  tx: Tx,
  institutionId: InstitutionId,
  postings: readonly PostingRow[],
): Promise<AnswerRow[]> {
  const rows = await tx.needAnswer.findMany({
    where: { institutionId, postingId: { in: postings.map(({ id }) => id) } },
  });
  return rows.map(toAnswer);
}
