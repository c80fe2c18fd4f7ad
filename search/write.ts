import type { SearchDocument, SearchKind } from '#search/documents.ts';
import { openSearch } from '#search/open-search.ts';
import type { SqlRunner } from '#search/port.ts';

/** Makes documents findable, in the transaction that changes what they are copies of. */
export const writeDocuments = (sql: SqlRunner, documents: readonly SearchDocument[]): Promise<void> =>
  openSearch(sql).write(documents);

/** Makes documents unfindable. */
export const removeDocuments = (sql: SqlRunner, kind: SearchKind, ids: readonly string[]): Promise<void> =>
  openSearch(sql).remove(kind, ids);
