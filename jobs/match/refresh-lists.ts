import type { Handler } from '#jobs/handler.ts';
import type { EnterpriseId, ProductId } from '~/domain/kernel/id.ts';
import { matchProvince } from '~/server/match/match-province.ts';
import { refreshList } from '~/server/match/refresh-list.ts';
import { refreshListsOfBatch, refreshListsOfProduct } from '~/server/match/refresh-lists.ts';

/** The list of one firm after a change. */
export const refreshFirmList: Handler<'match.refresh-firm'> = async ({ enterpriseId }, run) => {
  await run.once(async (tx) => {
    await refreshList(tx, enterpriseId as EnterpriseId);
  });
};

/** The lists of the firms of a batch. Its own transaction; done twice, the second finds nothing new. */
export const refreshBatchLists: Handler<'match.refresh-batch'> = async ({ batchId }) => {
  await refreshListsOfBatch(batchId);
};

/** The lists that a changed product touches. */
export const refreshProductLists: Handler<'match.refresh-product'> = async ({ productId, version, ref }) => {
  await refreshListsOfProduct({ productId: productId as ProductId, version, ref });
};

/** Every list. */
export const refreshProvinceLists: Handler<'match.refresh-province'> = async () => {
  await matchProvince();
};
