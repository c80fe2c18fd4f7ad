import { reasonCode, type ScoreResult } from '~/domain/score/sheet.ts';

type Values = readonly (number | null)[];

/** Unknown values as a bitmap: bit i of byte i ÷ 8, lowest bit first. */
export function missingBits(values: Values): Buffer {
  const bits = Buffer.alloc(Math.ceil(values.length / 8));
  for (const [i, value] of values.entries())
    if (value === null) bits[i >> 3] = (bits[i >> 3] ?? 0) | (1 << (i & 7));
  return bits;
}

/** The values of a stored sheet: a value whose bit is set is unknown. */
export const readValues = (features: readonly bigint[], missing: Uint8Array): (number | null)[] =>
  features.map((value, i) => ((missing[i >> 3] ?? 0) & (1 << (i & 7)) ? null : Number(value)));

/** Known values with zero in the place of the unknown, as they are stored. */
export const storedValues = (values: Values): number[] => values.map((value) => value ?? 0);

export type SheetHead = {
  readonly scope: 'public' | 'full';
  readonly consentId: string | null;
  readonly cause: Cause;
};

/** Why a sheet was made. */
export type Cause = 'batch' | 'consent' | 'withdrawal' | 'correction' | 'on-demand';

export type MadeSheet = SheetHead & { readonly result: ScoreResult };

/** A sheet of one firm of a run: public without a consent, full under one. */
export type FirmSheet = {
  readonly firm: string;
  readonly consentId: string | null;
  readonly result: ScoreResult;
};

/** The columns of a sheet that its result says, in the order of `sheetCells`. */
export const resultColumns = [
  'enterprise_id',
  'scope',
  'consent_id',
  'card_version',
  'milli_points',
  'grade',
  'coverage_ppm',
  'dimension_milli',
  'features',
  'missing',
  'reasons',
  'veto_fact_id',
] as const;

/** What a sheet says, a cell a column; bytes in the database's hexadecimal notation. */
export const sheetCells = ({ firm, consentId, result }: FirmSheet) => [
  firm,
  consentId === null ? 'public' : 'full',
  consentId,
  result.cardVersion,
  result.milliPoints,
  result.grade,
  result.coveragePpm,
  result.dimensionMilli,
  storedValues(result.features),
  `\\x${missingBits(result.features).toString('hex')}`,
  result.reasons.map(reasonCode),
  result.veto?.factId ?? null,
];

type Cell = ReturnType<typeof sheetCells>[number];

/** A list in the database's own notation, which it reads faster than a list in JSON. */
const plain = (cell: Cell) => (typeof cell === 'object' && cell !== null ? `{${cell.join()}}` : cell);

/** A sheet as a line of COPY's text format. Every cell is plain: ids, codes and whole numbers. */
export function sheetLine(sheet: FirmSheet): string {
  const cells = sheetCells(sheet).map((cell) =>
    cell === null ? '\\N' : String(plain(cell)).replace('\\', '\\\\'),
  );
  return `${cells.join('\t')}\n`;
}

/** A sheet as an object whose fields are the columns. */
export const sheetObject = (sheet: FirmSheet) =>
  Object.fromEntries(sheetCells(sheet).map((cell, at) => [resultColumns[at] as string, plain(cell)]));
