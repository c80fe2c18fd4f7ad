import type { SearchKind } from '#search/documents.ts';
import { type Candidate, nearest } from '#search/near.ts';
import { openSearch } from '#search/open-search.ts';
import type { SearchAnswer, SearchQuestion, SqlRunner } from '#search/port.ts';

/** Kinds with few enough texts that all of them can be looked at where none is found as it was typed. */
const smallKinds: readonly SearchKind[] = ['product', 'institution'];

/** What was found; `near` where nothing stands so, but something that may be meant does. */
export type Found = SearchAnswer & { readonly near: boolean };

/**
 * Ids of what matches, best first, and how many there are. Where nothing does, texts whose pinyin begins with the letters
 * typed, or that differ by a slip or two: from the documents in PostgreSQL, whichever engine answers. The caller reads
 * the rows themselves, under its rights.
 */
export async function findDocuments(sql: SqlRunner, question: SearchQuestion): Promise<Found> {
  const found = await openSearch(sql).find(question);
  if (found.total > 0 || !smallKinds.includes(question.kind)) return { ...found, near: false };
  const candidates = await sql.$queryRawUnsafe<Candidate[]>(
    'select id, title, body from search_document where kind = $1',
    question.kind,
  );
  const ids = nearest(question.text, candidates);
  const offset = question.offset ?? 0;
  const page = ids.slice(offset, offset + (question.limit ?? ids.length));
  return { hits: page.map((id) => ({ id })), total: ids.length, near: ids.length > 0 };
}
