import type { VersionedDocument } from '#search/documents.ts';
import { type MeiliClient, MeiliFault } from '#search/meili-client.ts';
import { orderPut } from '#search/meilisearch.ts';
import { draftIndex, hasOurSettings, indexSettings, isDraft } from '#search/settings.ts';

type Settings = Readonly<Record<string, unknown>>;

/** Makes the index where there is none; says whether one that was there has other settings than ours. */
export async function ensureIndex(meili: MeiliClient): Promise<'ready' | 'made' | 'outdated'> {
  try {
    const settings = await meili.ask<Settings>('GET', `/indexes/${meili.index}/settings`);
    return hasOurSettings(settings) ? 'ready' : 'outdated';
  } catch (fault) {
    if (!(fault instanceof MeiliFault && fault.code === 'index_not_found')) throw fault;
  }
  await makeIndex(meili, meili.index);
  return 'made';
}

async function makeIndex(meili: MeiliClient, uid: string): Promise<void> {
  await meili.settle([await meili.order('POST', '/indexes', { uid, primaryKey: 'key' })]);
  await meili.settle([await meili.order('PATCH', `/indexes/${uid}/settings`, indexSettings)]);
}

/**
 * Fills a new index beside the live one and swaps the two, so that nobody ever sees half of it. Drafts that a killed
 * rebuild left are taken away. `stamp` names the draft: digits. Returns how many documents it holds.
 */
export async function rebuildIndex(
  meili: MeiliClient,
  pages: AsyncIterable<readonly VersionedDocument[]>,
  stamp: string,
): Promise<number> {
  await dropDrafts(meili);
  const draft = draftIndex(meili.index, stamp);
  await makeIndex(meili, draft);
  let count = 0;
  for await (const page of pages) {
    await meili.settle([await orderPut(meili, page, draft)]);
    count += page.length;
  }
  await ensureIndex(meili); // a swap needs both
  await meili.settle([await meili.order('POST', '/swap-indexes', [{ indexes: [meili.index, draft] }])]);
  await dropDrafts(meili);
  return count;
}

async function dropDrafts(meili: MeiliClient): Promise<void> {
  const { results } = await meili.ask<{ results: readonly { uid: string }[] }>('GET', '/indexes?limit=1000');
  for (const { uid } of results.filter((index) => isDraft(meili.index, index.uid)))
    await meili.settle([await meili.order('DELETE', `/indexes/${uid}`)]);
}
