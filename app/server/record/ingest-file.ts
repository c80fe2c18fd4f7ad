import { randomUUID } from 'node:crypto';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { type Item, isDeliverable } from '~/domain/catalogue/item.ts';
import { accept, type Refused, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { DeliveryRefusal, Encoding } from '~/server/record/delivery-refused.ts';
import { type Detected, openDelivery } from '~/server/record/open-delivery.ts';
import { type CheckWorld, readCheckWorld } from '~/server/record/read-check-context.ts';
import { maxBytes, type ReadWatch, readWatched, sizeOf } from '~/server/record/read-disk.ts';
import { columnNames, dateColumns, deliveryTable, nameOf } from '~/server/record/read-mapping.ts';
import { saveDetected } from '~/server/record/store-received.ts';
import { type TakenIn, takeIn } from '~/server/record/take-in.ts';
import { originOf } from '~/server/record/take-in-received.ts';

export type ProviderFile = ReadWatch & {
  readonly file: string;
  readonly item: string;
  /** Code of the provider; must be the one that the catalogue names. Left out, it is that one. */
  readonly provider?: string | undefined;
  readonly encoding: Encoding;
};

export type FileIngestRefusal =
  | DeliveryRefusal
  | { readonly code: 'record.file-unreadable'; readonly file: string }
  | { readonly code: 'record.item-of-other'; readonly item: string }
  | { readonly code: 'record.item-verify-only'; readonly item: string };

export type FileTakenIn = TakenIn & { readonly detected: Detected };

/** Takes in a provider's file of one item from disk, as a form would, but of any size. */
export async function ingestFile(
  actor: Actor,
  from: ProviderFile,
): Promise<Result<FileTakenIn, FileIngestRefusal>> {
  const { file } = from;
  const world = await readCheckWorld(clock.today());
  const item = world.catalogue.get(from.item);
  if (!item) return refuse({ code: 'record.item-unknown', item: from.item });
  if (from.provider && from.provider !== item.providerCode)
    return refuse({ code: 'record.item-of-other', item: from.item });
  if (!isDeliverable(item)) return refuse({ code: 'record.item-verify-only', item: from.item });
  const readable = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!readable) return refuse({ code: 'record.file-unreadable', file });
  from.onSize?.(await sizeOf([file]));
  return takeInFile(actor, from, world, item);
}

/** Takes it in, and notes with the batch how the file was found to be written. */
async function takeInFile(
  actor: Actor,
  { file, encoding, onBytes }: ProviderFile,
  world: CheckWorld,
  item: Item,
): Promise<Result<FileTakenIn, FileIngestRefusal>> {
  const batchId = randomUUID();
  const { mapping, table } = deliveryTable(item);
  const options = { encoding, expected: columnNames(table), dates: dateColumns(table), maxBytes };
  let detected: Detected | undefined;
  const taken = await takeIn(world, {
    head: {
      batchId,
      providerId: item.providerId,
      mapping: nameOf(mapping, table),
      item: item.code,
      fileName: path.basename(file),
      receivedBy: null,
      receivedAt: clock.now(),
      replayOf: null,
    },
    actor,
    mapping,
    table,
    item,
    origin: originOf(mapping),
    announced: true,
    open: async () => {
      const opened = await openDelivery(readWatched(file, onBytes), options);
      detected = opened.detected;
      return opened;
    },
    also: async (tx) => {
      if (detected) await saveDetected(tx, batchId, detected);
    },
  });
  return taken.ok && detected ? accept({ ...taken.value, detected }) : (taken as Refused<DeliveryRefusal>);
}
