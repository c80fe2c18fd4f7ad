import { openSearch } from '#search/open-search.ts';
import type { SearchAnswer, SearchQuestion, SqlRunner } from '#search/port.ts';

/** Ids of what matches, best first, and how many there are. The caller reads the rows themselves, under its rights. */
export const findDocuments = (sql: SqlRunner, question: SearchQuestion): Promise<SearchAnswer> =>
  openSearch(sql).find(question);
