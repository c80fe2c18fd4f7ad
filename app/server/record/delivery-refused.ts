import type { TableRefusal } from '~/domain/record/bind-table.ts';

export type FileRefusal =
  | { readonly code: 'record.not-csv'; readonly kind: 'zip' | 'xls' | 'pdf' | 'binary' }
  | { readonly code: 'record.empty-file' }
  | { readonly code: 'record.too-large'; readonly limit: number }
  | { readonly code: 'record.encoding-unknown' }
  | { readonly code: 'record.encoding-wrong'; readonly declared: Encoding }
  | { readonly code: 'record.csv-broken'; readonly row: number; readonly why: string }
  | { readonly code: 'record.json-broken'; readonly row: number }
  | { readonly code: 'record.json-deep'; readonly row: number; readonly limit: number }
  | { readonly code: 'record.line-too-long'; readonly row: number; readonly limit: number }
  | { readonly code: 'record.too-many-columns'; readonly found: number; readonly limit: number }
  | { readonly code: 'record.character-unusable'; readonly row: number }
  | { readonly code: 'record.workbook-large' }
  | { readonly code: 'record.workbook-external' }
  | { readonly code: 'record.archive-broken' };

/** Why a delivery as a whole is not taken; nothing of it is kept but the note that it was refused. */
export type DeliveryRefusal = FileRefusal | TableRefusal;

export const encodings = ['auto', 'utf-8', 'gb18030'] as const;
/** How a file is written: said by the provider, or found out. GBK and GB2312 are parts of GB 18030. */
export type Encoding = (typeof encodings)[number];

/** Carries a refusal out of a stream that is being read; it is turned back into a Result where the stream was opened. */
export class DeliveryRefused extends Error {
  constructor(readonly refusal: DeliveryRefusal) {
    super(refusal.code);
  }
}
