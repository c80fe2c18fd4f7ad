import type { Catalogue, Named } from '~/domain/catalogue/item.ts';
import type { BatchRow } from '~/server/record/store-deliveries.ts';

/** A batch as lists show it. */
export type BatchView = {
  readonly id: string;
  readonly provider: Named;
  /** The item, or null for a table of a data set, which `mapping` names. */
  readonly item: Named | null;
  readonly mapping: string;
  readonly fileName: string;
  readonly state: BatchRow['state'];
  readonly read: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: number;
  readonly waiting: number;
  readonly replayOf: string | null;
  readonly receivedAt: string;
};

export const viewOfBatch = (row: BatchRow, catalogue: Catalogue): BatchView => ({
  id: row.id,
  provider: { zh: row.provider_zh, en: row.provider_en },
  item: row.item === null ? null : (catalogue.get(row.item)?.name ?? { zh: row.item, en: row.item }),
  mapping: row.mapping,
  fileName: row.file_name,
  state: row.state,
  read: row.rows_read,
  accepted: row.rows_accepted,
  duplicate: row.rows_duplicate,
  quarantined: row.rows_quarantined,
  waiting: row.waiting,
  replayOf: row.replay_of,
  receivedAt: row.received_at.toISOString(),
});
