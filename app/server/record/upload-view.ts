import type { Named } from '~/domain/catalogue/item.ts';
import { addDays, type Day, dayAt } from '~/domain/kernel/day.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import type { Upload } from '~/server/record/store-upload.ts';
import { uploadDays } from '~/server/record/upload-limits.ts';

export type UploadView = {
  readonly id: string;
  readonly item: { readonly code: string; readonly name: Named };
  readonly fileName: string;
  readonly bytes: number;
  readonly received: number;
  readonly state: Upload['state'];
  readonly batchId: string | null;
  readonly startedAt: string;
  /** The day on which it is given up when nobody goes on. */
  readonly expiresOn: Day;
};

/** Uploads as pages show them. */
export async function viewsOf(tx: Tx, uploads: readonly Upload[]): Promise<UploadView[]> {
  const catalogue = uploads.length > 0 ? await readCatalogue(tx, clock.today()) : null;
  return uploads.map(({ id, item, fileName, bytes, received, state, batchId, startedAt, touchedAt }) => ({
    ...{ id, fileName, bytes, received, state, batchId },
    item: { code: item, name: catalogue?.get(item)?.name ?? { zh: item, en: item } },
    startedAt: startedAt.toISOString(),
    expiresOn: addDays(dayAt(touchedAt), uploadDays + 1),
  }));
}
