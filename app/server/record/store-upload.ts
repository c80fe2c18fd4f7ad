import type { InstitutionId, UserId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import type { Encoding } from '~/server/record/delivery-refused.ts';

/** An upload as it stands: bytes that are to come and bytes that are here. */
export type Upload = {
  readonly id: string;
  readonly providerId: InstitutionId;
  readonly item: string;
  readonly encoding: Encoding;
  readonly fileName: string;
  readonly bytes: number;
  readonly received: number;
  readonly state: 'open' | 'finished' | 'discarded' | 'expired';
  readonly batchId: string | null;
  readonly startedBy: UserId;
  readonly startedAt: Date;
  readonly touchedAt: Date;
};

type Row = NonNullable<Awaited<ReturnType<Tx['upload']['findUnique']>>>;

const uploadOf = ({ sha256: _, bytes, received, ...row }: Row): Upload => ({
  ...(row as unknown as Upload),
  bytes: Number(bytes),
  received: Number(received),
});

export async function addUpload(
  tx: Tx,
  upload: Omit<Upload, 'received' | 'state' | 'batchId'>,
): Promise<void> {
  await tx.upload.createMany({ data: [{ ...upload, bytes: BigInt(upload.bytes) }] });
}

/** Null when there is none, or it is not the actor's. */
export async function findUpload(tx: Tx, id: string): Promise<Upload | null> {
  const row = await tx.upload.findUnique({ where: { id } });
  return row && uploadOf(row);
}

export async function findUploadOfBatch(tx: Tx, batchId: string): Promise<Upload | null> {
  const row = await tx.upload.findUnique({ where: { batchId } });
  return row && uploadOf(row);
}

/** Unfinished uploads, the latest first: of one provider, or of all. */
export async function findOpenUploads(tx: Tx, providerId: string | null, most: number): Promise<Upload[]> {
  const rows = await tx.upload.findMany({
    where: { state: 'open', ...(providerId && { providerId }) },
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
    take: most,
  });
  return rows.map(uploadOf);
}

/** Adds a part at the end of what is here; false when the end is elsewhere by now, or the upload is no longer open. */
export async function addPart(
  tx: Tx,
  { id, providerId }: Upload,
  at: number,
  content: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.upload.updateMany({
    where: { id, state: 'open', received: BigInt(at) },
    data: { received: BigInt(at + content.length), touchedAt: now },
  });
  if (count !== 1) return false;
  await tx.uploadPart.createMany({ data: [{ uploadId: id, at: BigInt(at), providerId, content }] });
  return true;
}

/** One part after another, each read by itself: a file of any size is never in memory as a whole. */
export async function* readParts(
  upload: Pick<Upload, 'id' | 'bytes'>,
  read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < upload.bytes; ) {
    const where = { uploadId_at: { uploadId: upload.id, at: BigInt(at) } };
    const part = await read((tx) => tx.uploadPart.findUnique({ where, select: { content: true } }));
    if (!part) throw new Error(`upload ${upload.id} has no part at ${at}`);
    yield part.content;
    at += part.content.length;
  }
}

/** Ends an open upload; false when it had ended already. */
export async function endUpload(
  tx: Tx,
  id: string,
  end: { state: 'finished'; batchId: string; sha256: string } | { state: 'discarded' | 'expired' },
): Promise<boolean> {
  const { count } = await tx.upload.updateMany({ where: { id, state: 'open' }, data: end });
  if (count === 1 && end.state !== 'finished') await tx.uploadPart.deleteMany({ where: { uploadId: id } });
  return count === 1;
}

/** Open uploads that nobody added to since an instant. */
export const findForgottenUploads = (tx: Tx, before: Date) =>
  tx.upload.findMany({
    where: { state: 'open', touchedAt: { lt: before } },
    select: { id: true, providerId: true },
    orderBy: { id: 'asc' },
  });
