import type { Catalogue, Named } from '~/domain/catalogue/item.ts';
import type { BatchRow, QuarantineRow } from '~/server/record/store-deliveries.ts';
import type { RawRow } from '~/server/record/store-stage.ts';

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
  item: row.item === null ? null : nameOf(catalogue, row.item),
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

/** The name of an item, or its code when the catalogue no longer has it. */
export const nameOf = (catalogue: Catalogue, code: string): Named =>
  catalogue.get(code)?.name ?? { zh: code, en: code };

/** A record in quarantine: where it stands, what is wrong, how the row came, and whether it was sent in again. */
export type QuarantineView = {
  readonly rowNo: number;
  readonly recordNo: number;
  readonly item: Named | null;
  readonly column: string | null;
  readonly problem: { readonly code: string };
  readonly cells: RawRow;
  readonly replayBatchId: string | null;
};

export const viewOfQuarantined = (row: QuarantineRow, catalogue: Catalogue): QuarantineView => ({
  rowNo: row.row_no,
  recordNo: row.record_no,
  item: row.item === null ? null : nameOf(catalogue, row.item),
  column: row.column_name,
  problem: { ...row.reason_args, code: row.reason },
  cells: row.raw,
  replayBatchId: row.replay_batch_id,
});
