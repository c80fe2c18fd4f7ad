import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/** Kinds of documents that are taken in as attachments, with the media type they are served as. */
export const documentKinds = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type DocumentKind = keyof typeof documentKinds;

/** Largest document in bytes, and most documents of one application or assessment. */
export const largestDocument = 10_000_000;
export const mostDocuments = 10;

/** Whether a browser shows a document of this type by itself, with nothing in it that runs. */
export const isShown = (type: string): boolean =>
  [documentKinds.pdf, documentKinds.jpg, documentKinds.png].some((known) => known === type);

export type DocumentRefusal =
  | { readonly code: 'institution.document-empty'; readonly name: string }
  | { readonly code: 'institution.document-too-large'; readonly name: string; readonly mostBytes: number }
  | { readonly code: 'institution.document-kind'; readonly name: string }
  | { readonly code: 'institution.document-infected' | 'institution.scan-failed'; readonly name: string };

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/** Names of entries stand uncompressed in a ZIP container; the office kinds are told apart by them. */
function officeKind(bytes: Uint8Array): DocumentKind | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!text.includes('[Content_Types].xml') || text.includes('vbaProject.bin')) return null;
  if (text.includes('xl/workbook.xml')) return 'xlsx';
  return text.includes('word/document.xml') ? 'docx' : null;
}

/** What the bytes are, whatever the name says; files with macros and all other kinds are null. */
export function kindOfDocument(bytes: Uint8Array): DocumentKind | null {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpg';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  return startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) ? officeKind(bytes) : null;
}

/** The kind of a document that may be attached, or why it may not. */
export function checkDocument(name: string, bytes: Uint8Array): Result<DocumentKind, DocumentRefusal> {
  if (bytes.byteLength === 0) return refuse({ code: 'institution.document-empty', name });
  if (bytes.byteLength > largestDocument)
    return refuse({ code: 'institution.document-too-large', name, mostBytes: largestDocument });
  const kind = kindOfDocument(bytes);
  return kind ? accept(kind) : refuse({ code: 'institution.document-kind', name });
}

/** A file name without path or control characters, with the extension its content has. */
export function documentName(name: string, kind: DocumentKind): string {
  const base = name.split(/[\\/]/).pop() ?? '';
  const clean = base
    .replace(/[\p{Cc}<>:"|?*]/gu, '')
    .replace(/\.[^.]*$/, '')
    .trim()
    .slice(0, 120);
  return `${clean || 'document'}.${kind}`;
}
