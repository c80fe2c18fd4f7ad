import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { ratioOfScaled } from '../training/decimal.ts';
import type { Frame } from '../training/frame.ts';
import { type LabelRefusal, missingColumn } from '../training/frame-of-table.ts';
import { isBlank, type RawColumn, type RawTable } from '../training/raw-table.ts';
import { scaledNumbers } from '../training/read-column.ts';
import type { CardFeature, StatisticalCard } from './card.ts';
import { type CardInput, compileCard } from './score.ts';

/** Reads the value of a feature in a row. */
type Reader = (row: number) => number | string | null;

/** Milli-points of chosen rows of a table of cases that the card's features came from. */
export function scoreFrame(card: StatisticalCard, frame: Frame, rows: Uint32Array): Float64Array {
  const readers = card.features.map(({ name }): Reader => {
    const column = frame.columns.find((each) => each.name === name);
    if (!column) throw new Error(`no column ${name}`);
    if (column.kind === 'category') return (row) => column.levels[column.codes[row] as number] ?? null;
    return (row) => known(column.values[row] as number);
  });
  return scoreRows(card, readers, rows);
}

/** Milli-points of chosen rows of a table as read; the columns are found by name. */
export function scoreTable(
  card: StatisticalCard,
  table: RawTable,
  rows: Uint32Array,
): Result<Float64Array, LabelRefusal> {
  const readers: Reader[] = [];
  for (const feature of card.features) {
    const needed = feature.kind === 'ratio' ? feature.of : [feature.name];
    const columns = needed.map((name) => table.columns.find((column) => column.name === name));
    const lacking = columns.indexOf(undefined);
    if (lacking >= 0) return refuse(missingColumn(needed[lacking] as string, table));
    readers.push(readerOf(feature, columns as RawColumn[]));
  }
  return accept(scoreRows(card, readers, rows));
}

function scoreRows(card: StatisticalCard, readers: readonly Reader[], rows: Uint32Array): Float64Array {
  const score = compileCard(card);
  const input: (number | string | null)[] = readers.map(() => null);
  return Float64Array.from(rows, (row) => {
    for (let f = 0; f < readers.length; f++) input[f] = (readers[f] as Reader)(row);
    return score(input as CardInput).milliPoints;
  });
}

function readerOf(feature: CardFeature, [first, second]: readonly RawColumn[]): Reader {
  const column = first as RawColumn;
  if (feature.kind === 'category') {
    const levels = column.texts.map((text) => (isBlank(text) ? null : text));
    return (row) => levels[column.codes[row] as number] ?? null;
  }
  if (feature.kind === 'number') {
    const { values } = scaledNumbers(column, feature.factor);
    return (row) => known(values[row] as number);
  }
  const { factors } = feature;
  const [a, b] = [
    scaledNumbers(column, factors[0]).values,
    scaledNumbers(second as RawColumn, factors[1]).values,
  ];
  return (row) => known(ratioOfScaled(a[row] as number, b[row] as number, factors));
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
