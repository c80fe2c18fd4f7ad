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

/**
 * A sheet as a line of COPY's text format, in the order of the stage's columns. Every cell is plain: ids, codes and
 * whole numbers.
 */
export function sheetLine(
  enterpriseId: string,
  { consentId, result }: { consentId: string | null; result: ScoreResult },
): string {
  const cells = [
    enterpriseId,
    consentId === null ? 'public' : 'full',
    consentId,
    result.cardVersion,
    result.milliPoints,
    result.grade,
    result.coveragePpm,
    `{${result.dimensionMilli.join()}}`,
    `{${storedValues(result.features).join()}}`,
    `\\\\x${missingBits(result.features).toString('hex')}`,
    `{${result.reasons.map(reasonCode).join()}}`,
    result.veto?.factId ?? null,
  ];
  return `${cells.map((cell) => cell ?? '\\N').join('\t')}\n`;
}
