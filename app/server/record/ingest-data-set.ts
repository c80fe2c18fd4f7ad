import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Mapping, MappingTable } from '~/domain/record/mapping.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { DeliveryRefusal } from '~/server/record/delivery-refused.ts';
import { openFile } from '~/server/record/open-file.ts';
import { readCheckWorld } from '~/server/record/read-check-context.ts';
import { maxBytes, type ReadWatch, readWatched, sizeOf } from '~/server/record/read-disk.ts';
import { columnNames, type DataSet, mappingOf, nameOf } from '~/server/record/read-mapping.ts';
import { findProvider } from '~/server/record/store.ts';
import type { RowCounts } from '~/server/record/store-batch.ts';
import { type Delivery, type TakenIn, takeIn } from '~/server/record/take-in.ts';

export type DataSetRefusal =
  | { readonly code: 'record.folder-unreadable'; readonly folder: string }
  | { readonly code: 'record.no-files'; readonly folder: string; readonly set: DataSet }
  | { readonly code: 'record.file-refused'; readonly file: string; readonly why: DeliveryRefusal };

export type DataSetIngested = {
  /** Firms that any of the tables names. */
  readonly firms: number;
  readonly records: RowCounts;
  readonly batchIds: readonly string[];
  /** Tables of the data set that have no file in the folder. */
  readonly missing: readonly string[];
};

type Options = ReadWatch & { readonly set: DataSet; readonly folder: string };

/**
 * Takes in every table of a data set from `<set>_<table>*.csv.gz` (or `.csv`) in a folder, each file in a transaction of
 * its own; tables that only name firms come first. Tables without a file are reported.
 */
export async function ingestDataSet(
  actor: Actor,
  options: Options,
): Promise<Result<DataSetIngested, DataSetRefusal>> {
  const { set, folder } = options;
  const mapping = mappingOf(set);
  const names = await readdir(folder).catch(() => null);
  if (names === null) return refuse({ code: 'record.folder-unreadable', folder });
  const tables = mapping.tables.map((table) => ({ table, files: filesOf(mapping, table, names) }));
  if (tables.every(({ files }) => files.length === 0))
    return refuse({ code: 'record.no-files', folder, set });
  const world = await readCheckWorld(clock.today());
  const firms = new Set<string>();
  const batches: TakenIn[] = [];
  const row = (firm: string | null) => {
    if (firm !== null) firms.add(firm);
  };
  options.onSize?.(await sizeOf(tables.flatMap(({ files }) => files.map((file) => path.join(folder, file)))));
  for (const { table, files } of tables)
    for (const file of files) {
      const delivery = await deliveryOf(actor, mapping, table, path.join(folder, file), options.onBytes);
      const taken = await takeIn(world, { ...delivery, watch: { row } });
      if (!taken.ok) return refuse({ code: 'record.file-refused', file, why: taken.refusal });
      batches.push(taken.value);
    }
  const missing = tables.filter(({ files }) => files.length === 0).map(({ table }) => table.table);
  return accept({
    firms: firms.size,
    records: total(batches),
    batchIds: batches.map((b) => b.batchId),
    missing,
  });
}

/** The files of one table: `ccf2020_tax_shared.csv.gz`, not `ccf2020_taxes.csv`. */
const filesOf = (mapping: Mapping, { table }: MappingTable, names: readonly string[]): string[] =>
  names
    .filter((name) => new RegExp(`^${mapping.name}_${table}([^a-z].*)?\\.csv(\\.gz)?$`, 'i').test(name))
    .sort();

async function deliveryOf(
  actor: Actor,
  mapping: Mapping,
  table: MappingTable,
  file: string,
  onBytes: ReadWatch['onBytes'],
): Promise<Delivery> {
  const providerId = await withActor(actor, (tx) => findProvider(tx, table.provider));
  if (!providerId) throw new Error(`the mapping ${mapping.name} names an unknown provider ${table.provider}`);
  return {
    head: {
      batchId: randomUUID(),
      providerId,
      mapping: nameOf(mapping, table),
      item: null,
      fileName: path.basename(file),
      receivedBy: null,
      receivedAt: clock.now(),
      replayOf: null,
    },
    actor,
    mapping,
    table,
    item: null,
    origin: mapping.name,
    announced: true,
    open: () =>
      openFile(readWatched(file, onBytes), { encoding: 'auto', expected: columnNames(table), maxBytes }),
  };
}

const total = (batches: readonly RowCounts[]): RowCounts =>
  batches.reduce<RowCounts>(
    (sum, b) => ({
      read: sum.read + b.read,
      accepted: sum.accepted + b.accepted,
      duplicate: sum.duplicate + b.duplicate,
      quarantined: sum.quarantined + b.quarantined,
    }),
    { read: 0, accepted: 0, duplicate: 0, quarantined: 0 },
  );
