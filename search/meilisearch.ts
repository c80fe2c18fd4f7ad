import { nameOf, ofName, type VersionedDocument, versionOf } from '#search/documents.ts';
import type { MeiliClient } from '#search/meili-client.ts';
import { type Filter, keyOf, meiliDocument, tiersOf } from '#search/meili-pieces.ts';
import type { Search, SearchAnswer, SearchQuestion } from '#search/port.ts';

export const meiliDriver = 'Meilisearch';

const pageSize = 20;
const browseSize = 1_000;
/** A person waits: an engine that takes longer is passed over. */
const patience = { timeoutMs: 1_500, attempts: 1 };

/** The driver over the index at Meilisearch. A write is done when the engine has done its task. */
export const meiliSearch = (meili: MeiliClient): Search => ({
  driver: meiliDriver,
  find: (question) => find(meili, question),
  async write(documents) {
    if (documents.length === 0) return;
    const versioned = documents.map((document) => ({ ...document, version: versionOf(document) }));
    await meili.settle([await orderPut(meili, versioned)]);
  },
  async remove(kind, ids) {
    if (ids.length === 0) return;
    await meili.settle([
      await orderRemoval(
        meili,
        ids.map((id) => nameOf(kind, id)),
      ),
    ]);
  },
  versions: () => versions(meili),
});

/** Orders documents into an index; gives the task. */
export const orderPut = (
  meili: MeiliClient,
  documents: readonly VersionedDocument[],
  index = meili.index,
): Promise<number> =>
  meili.order('POST', `/indexes/${index}/documents?primaryKey=key`, documents.map(meiliDocument));

/** Orders documents, by name, out of the index; gives the task. */
export const orderRemoval = (meili: MeiliClient, names: readonly string[]): Promise<number> =>
  meili.order(
    'POST',
    `/indexes/${meili.index}/documents/delete-batch`,
    names.map((name) => keyOf(ofName(name))),
  );

type Page = { readonly hits: readonly { readonly id: string }[]; readonly totalHits: number };

async function find(meili: MeiliClient, question: SearchQuestion): Promise<SearchAnswer> {
  const { limit = pageSize, offset = 0 } = question;
  const wanted = offset + limit;
  const pages = await Promise.all(tiersOf(question).map((filter) => askTier(meili, filter, wanted)));
  const hits = pages.flatMap((page) => page.hits).slice(offset, wanted);
  return {
    hits: hits.map(({ id }) => ({ id })),
    total: pages.reduce((sum, page) => sum + page.totalHits, 0),
  };
}

/** A numbered page, because only then does the engine count all hits instead of estimating them. */
const askTier = (meili: MeiliClient, filter: Filter, hitsPerPage: number): Promise<Page> =>
  meili.ask<Page>(
    'POST',
    `/indexes/${meili.index}/search`,
    {
      filter,
      sort: ['titleLength:asc', 'id:asc'],
      attributesToRetrieve: ['id'],
      page: 1,
      hitsPerPage,
    },
    patience,
  );

type Browsed = {
  readonly results: readonly { readonly kind: string; readonly id: string; readonly version: string }[];
  readonly total: number;
};

async function versions(meili: MeiliClient): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let offset = 0, total = 1; offset < total; offset += browseSize) {
    const page = await meili.ask<Browsed>('POST', `/indexes/${meili.index}/documents/fetch`, {
      offset,
      limit: browseSize,
      fields: ['kind', 'id', 'version'],
    });
    for (const { kind, id, version } of page.results) found.set(nameOf(kind, id), version);
    total = page.total;
  }
  return found;
}
