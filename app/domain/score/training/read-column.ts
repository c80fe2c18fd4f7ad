import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { decimalsOf, isDecimal, largestScaled, scaledInteger } from './decimal.ts';
import type { Column } from './frame.ts';
import { isBlank, type RawColumn } from './raw-table.ts';

export type ColumnRefusal = {
  readonly code: 'card.unreadable-number';
  readonly column: string;
  readonly text: string;
  /** The line of the file, the header being 1. */
  readonly line: number;
  readonly cells: number;
};

/** Why a column cannot be a feature: it names rows, has only one value, or is text of too many kinds. */
export type LeftOut = {
  readonly column: string;
  readonly why: 'identifier' | 'constant' | 'too-many-levels';
};

const maxLevels = 300;
const maxDecimals = 9;

/**
 * Reads a column as what it is: numbers where every cell is one, levels where it was declared or holds text. A column of
 * numbers with a few texts among them (under 5 %) is refused rather than guessed at.
 */
export function readColumn(raw: RawColumn, isCategory: boolean): Result<Column | LeftOut, ColumnRefusal> {
  const counts = new Float64Array(raw.texts.length);
  for (const code of raw.codes) counts[code] = (counts[code] as number) + 1;
  const known = raw.texts.map((text, code) => ({ text, code })).filter(({ text }) => !isBlank(text));
  if (known.length < (raw.texts.length > known.length ? 1 : 2)) return accept(left(raw, 'constant'));
  if (isCategory) return accept(levelsOf(raw, known));
  const odd = known.filter(({ text }) => !isDecimal(text));
  if (odd.length === 0)
    return accept(isCounter(raw, known.length) ? left(raw, 'identifier') : numbersOf(raw));
  const cells = (group: readonly { code: number }[]) =>
    group.reduce((n, { code }) => n + (counts[code] as number), 0);
  if (known.length - odd.length > 20 && cells(odd) < 0.05 * cells(known)) {
    const first = odd[0] as { text: string; code: number };
    const line = raw.codes.indexOf(first.code) + 2;
    return refuse({
      code: 'card.unreadable-number',
      column: raw.name,
      text: first.text,
      line,
      cells: cells(odd),
    });
  }
  if (known.length > maxLevels) return accept(left(raw, 'too-many-levels'));
  return accept(levelsOf(raw, known));
}

const left = ({ name }: RawColumn, why: LeftOut['why']): LeftOut => ({ column: name, why });

/** Whole numbers that only rise down the file, each once, number the rows. */
function isCounter({ texts, codes }: RawColumn, known: number): boolean {
  if (codes.length < 100 || known !== codes.length || texts.length !== known) return false;
  return texts.every((text, i) => decimalsOf(text) === 0 && (i === 0 || Number(text) > Number(texts[i - 1])));
}

/** Levels in the order of their code units. */
function levelsOf(raw: RawColumn, known: readonly { text: string; code: number }[]): Column {
  const levels = known.map(({ text }) => text).sort((a, b) => (a < b ? -1 : 1));
  const places = new Map(levels.map((level, place) => [level, place]));
  const byCode = raw.texts.map((text) => places.get(text) ?? -1);
  return { kind: 'category', name: raw.name, levels, codes: raw.codes.map((code) => byCode[code] as number) };
}

/**
 * Numbers as integers: × 10^d for the most decimals any cell has (at most nine), fewer where 99.5 % of the cells would
 * otherwise leave the safe integers.
 */
function numbersOf(raw: RawColumn): Column {
  const texts = raw.texts.filter((text) => !isBlank(text));
  let decimals = Math.min(
    maxDecimals,
    texts.reduce((most, text) => Math.max(most, decimalsOf(text)), 0),
  );
  const sizes = Float64Array.from(texts, (text) => Math.abs(Number(text))).sort();
  const large = sizes[Math.floor(sizes.length * 0.995)] ?? 0;
  while (decimals > 0 && large * 10 ** decimals > largestScaled) decimals--;
  return scaledNumbers(raw, 10 ** decimals);
}

/** A column of numbers at a stated factor; what is no number is missing. */
export function scaledNumbers(raw: RawColumn, factor: number): Extract<Column, { kind: 'number' }> {
  const byCode = raw.texts.map((text) => (isDecimal(text) ? scaledInteger(text, factor) : Number.NaN));
  const values = Float64Array.from(raw.codes, (code) => byCode[code] as number);
  return { kind: 'number', name: raw.name, factor, values };
}
