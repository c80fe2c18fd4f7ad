import type pg from 'pg';
import { type Difference, differenceOf, nameOf, ofName, versionOf } from '#search/documents.ts';
import { type MeiliClient, MeiliFault } from '#search/meili-client.ts';
import { ensureIndex, rebuildIndex } from '#search/meili-index.ts';
import { meiliSearch } from '#search/meilisearch.ts';
import { allDocuments, carryChanges, lockMirror, noteDifferences } from '#search/mirror.ts';
import { configuredMeili, openSearch } from '#search/open-search.ts';
import type { SqlRunner } from '#search/port.ts';
import { postgresSearch } from '#search/postgres.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { documentsFromRows } from '~/server/platform/search-sources.ts';

const runnerOf = (client: pg.Client): SqlRunner => ({
  $queryRawUnsafe: async <T>(query: string, ...values: unknown[]) =>
    (await client.query(query, values)).rows as T,
  $executeRawUnsafe: async (query, ...values) => (await client.query(query, values)).rowCount ?? 0,
});

export type Rebuilt = {
  readonly documents: number;
  readonly removed: number;
  readonly indexed: number | null;
};

/**
 * Makes every document anew from its rows, drops those without a row and, with Meilisearch, fills a new index from them
 * and swaps it in. Asking goes on meanwhile.
 */
export async function rebuildSearch(actor: Actor): Promise<Rebuilt> {
  const { documents, removed } = await withActor(actor, async (tx) => {
    const wanted = await documentsFromRows(tx);
    const search = openSearch(tx);
    const names = new Set(wanted.map(({ kind, id }) => nameOf(kind, id)));
    const extra = [...(await search.versions()).keys()].filter((name) => !names.has(name)).map(ofName);
    await search.write(wanted);
    for (const { kind, id } of extra) await search.remove(kind, [id]);
    return { documents: wanted.length, removed: extra.length };
  });
  const meili = configuredMeili();
  const indexed = meili ? await rebuildAt(meili) : null;
  await withActor(actor, (tx) =>
    appendAudit(tx, actor, { action: 'search.rebuilt', detail: { documents, removed, indexed } }),
  );
  return { documents, removed, indexed };
}

const rebuildAt = (meili: MeiliClient): Promise<number> =>
  withBatchTransaction(async ({ client }) => {
    const sql = runnerOf(client);
    await lockMirror(sql, true);
    return rebuildIndex(meili, allDocuments(sql), stamp());
  });

const stamp = (): string => clock.now().toISOString().replace(/\D/g, '');

/** One copy compared with what it is made from. */
export type Verified = Difference & { readonly copy: string; readonly documents: number };

/**
 * Compares versions: PostgreSQL's documents with the rows they come from and, with Meilisearch, its documents with those.
 * Changes that are still on their way count as differences there. Throws where Meilisearch does not answer.
 */
export async function verifySearch(actor: Actor): Promise<Verified[]> {
  const { wanted, found, driver } = await withActor(actor, async (tx) => {
    const near = postgresSearch(tx);
    const documents = await documentsFromRows(tx);
    const versions = documents.map(
      (document) => [nameOf(document.kind, document.id), versionOf(document)] as const,
    );
    return { wanted: new Map(versions), found: await near.versions(), driver: near.driver };
  });
  const verified: Verified[] = [{ copy: driver, documents: found.size, ...differenceOf(wanted, found) }];
  const meili = configuredMeili();
  if (!meili) return verified;
  const far = meiliSearch(meili);
  const there = await far.versions().catch((fault: unknown) => {
    if (fault instanceof MeiliFault && fault.code === 'index_not_found') return new Map<string, string>();
    throw fault;
  });
  return [...verified, { copy: far.driver, documents: there.size, ...differenceOf(found, there) }];
}

/**
 * Makes the index ready: made where there is none (the engine may have lost its memory), built anew where its settings are
 * another version's. What differs by version is noted when the index was just made, or when `compare` asks for it.
 */
export async function prepareMirror(meili: MeiliClient, { compare }: { compare: boolean }): Promise<void> {
  const state = await withBatchTransaction(async ({ client }) => {
    const sql = runnerOf(client);
    if (!(await lockMirror(sql, false))) return 'ready'; // another process is at it
    const found = await ensureIndex(meili);
    if (found === 'made' || (compare && found === 'ready')) await noteDifferences(sql, meili);
    return found;
  });
  if (state === 'outdated') await rebuildAt(meili);
}

/** One step of carrying changes to Meilisearch; returns whether there is more to do at once. */
export async function stepMirror(meili: MeiliClient): Promise<boolean> {
  if ((await waitingChanges()) === 0) return false;
  const carried = await withBatchTransaction(async ({ client }) => {
    const sql = runnerOf(client);
    return (await lockMirror(sql, false)) ? carryChanges(sql, meili) : undefined;
  });
  if (carried?.fault) throw carried.fault; // only now: what it settled is kept
  return carried !== undefined && carried.moved > 0 && !carried.isUnderWay;
}

/** How many documents Meilisearch has yet to take over or drop. */
export const waitingChanges = (): Promise<number> =>
  withActor(system('search'), async (tx) => {
    const [row] = await tx.$queryRaw<{ n: number }[]>`select count(*)::int as n from search_change`;
    return row?.n ?? 0;
  });
