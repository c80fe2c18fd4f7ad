import { randomUUID } from 'node:crypto';
import {
  checkDocument,
  type DocumentRefusal,
  documentKinds,
  documentName,
} from '~/domain/institution/document-kind.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { scanBytes } from '~/server/platform/scan.ts';
import { openStorage } from '~/server/platform/storage.ts';

/** A file that was taken in: its bytes lie in storage under their hash. */
export type KeptDocument = {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
};

/** A file as it arrived in a form. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array };

/** Checks all files by their bytes and keeps them under their hash; one bad file refuses them all before any is kept. */
export async function keepDocuments(
  uploads: readonly Upload[],
): Promise<Result<KeptDocument[], DocumentRefusal>> {
  const checked = uploads.map((upload) => ({ upload, kind: checkDocument(upload.name, upload.bytes) }));
  const kept: KeptDocument[] = [];
  for (const { kind } of checked) if (!kind.ok) return kind;
  for (const { name, bytes } of uploads) {
    const scanned = await scanBytes(bytes);
    if (scanned === 'infected') return refuse({ code: 'institution.document-infected', name });
    if (scanned === 'failed') return refuse({ code: 'institution.scan-failed', name });
  }
  for (const { upload, kind } of checked) {
    if (!kind.ok) continue;
    const sha256 = await openStorage().keep(upload.bytes);
    const name = documentName(upload.name, kind.value);
    kept.push({
      id: randomUUID(),
      name,
      contentType: documentKinds[kind.value],
      bytes: upload.bytes.byteLength,
      sha256,
    });
  }
  return accept(kept);
}
