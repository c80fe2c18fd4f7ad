import { nameOf } from '#search/documents.ts';
import { type MeiliClient, MeiliFault } from '#search/meili-client.ts';
import { meiliDriver, meiliSearch } from '#search/meilisearch.ts';
import { noteChanges } from '#search/mirror.ts';
import type { Search, SearchAnswer, SearchQuestion, SqlRunner } from '#search/port.ts';
import { postgresSearch } from '#search/postgres.ts';

/** After a failure the engine is left alone for so long, and PostgreSQL answers at once. */
const restMs = 5_000;

/**
 * Documents are written to PostgreSQL, in the caller's transaction, and noted; a worker carries them to Meilisearch,
 * which answers questions. While that one does not answer, PostgreSQL does: it holds the same documents.
 */
export function mirroredSearch(sql: SqlRunner, meili: MeiliClient): Search {
  const [near, far] = [postgresSearch(sql), meiliSearch(meili)];
  return {
    driver: meiliDriver,
    find: (question) => findAnywhere(near, far, meili.address, question),
    async write(documents) {
      await near.write(documents);
      await noteChanges(
        sql,
        documents.map(({ kind, id }) => nameOf(kind, id)),
      );
    },
    async remove(kind, ids) {
      await near.remove(kind, ids);
      await noteChanges(
        sql,
        ids.map((id) => nameOf(kind, id)),
      );
    },
    versions: () => near.versions(),
  };
}

const restingUntil = new Map<string, number>();

async function findAnywhere(
  near: Search,
  far: Search,
  address: string,
  question: SearchQuestion,
): Promise<SearchAnswer> {
  if ((restingUntil.get(address) ?? 0) > Date.now()) return near.find(question);
  try {
    return await far.find(question);
  } catch (fault) {
    if (!(fault instanceof MeiliFault)) throw fault;
    restingUntil.set(address, Date.now() + restMs);
    return near.find(question);
  }
}
