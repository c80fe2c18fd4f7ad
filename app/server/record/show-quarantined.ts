import type { Named } from '~/domain/catalogue/item.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type QuarantineView, viewOfQuarantined } from '~/server/record/batch-view.ts';
import { findBatch, findQuarantined, type RowCursor } from '~/server/record/store-deliveries.ts';

export type QuarantinedPage = {
  readonly row: QuarantineView;
  readonly batch: { readonly id: string; readonly fileName: string; readonly provider: Named };
};

/** One record in quarantine, to be mended. */
export function showQuarantined(
  actor: Actor,
  batchId: string,
  key: RowCursor,
): Promise<Result<QuarantinedPage, { readonly code: 'record.row-not-found' }>> {
  return withActor(actor, async (tx) => {
    const batch = await findBatch(tx, batchId);
    const row = batch && (await findQuarantined(tx, batchId, key));
    if (!batch || !row) return refuse({ code: 'record.row-not-found' });
    const catalogue = await readCatalogue(tx, clock.today());
    const provider = { zh: batch.provider_zh, en: batch.provider_en };
    return accept({
      row: viewOfQuarantined(row, catalogue),
      batch: { id: batch.id, fileName: batch.file_name, provider },
    });
  });
}
