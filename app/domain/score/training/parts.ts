import type { BinnedColumn } from './bin-column.ts';
import type { Coded } from './code-column.ts';
import type { Term } from './design.ts';
import type { PairCells } from './interactions.ts';

/** The bins of one column; its coefficient may not be negative: more weight of evidence, fewer bads. */
export type Main = { readonly kind: 'main'; readonly column: number; readonly binned: BinnedColumn };

/** A missing or special bin with a coefficient of its own, because what a gap means differs from what a value means. */
export type Gap = {
  readonly kind: 'gap';
  readonly column: number;
  readonly bin: number;
  readonly binned: BinnedColumn;
};

/** Two columns together: what their cells add to what each says alone. */
export type Pair = {
  readonly kind: 'pair';
  readonly columns: readonly [number, number];
  readonly binned: readonly [BinnedColumn, BinnedColumn];
  readonly cells: PairCells;
  readonly gain: number;
};

export type Part = Main | Gap | Pair;

/** The group of every row in a binned column. */
export const groupsOf = ({ codes }: Coded, binOf: Uint8Array): Uint8Array => {
  const groups = new Uint8Array(codes.length);
  for (let i = 0; i < groups.length; i++) groups[i] = binOf[codes[i] as number] as number;
  return groups;
};

/** A part as a column of the regression on log-odds (bad): −WOE of its bins, 1 for a gap, or the steps of its cells. */
export function termOf(part: Part, coded: readonly Coded[]): Term {
  if (part.kind === 'pair') return pairTerm(part, coded);
  const { binOf, woe, apart } = part.binned;
  const codes = groupsOf(coded[part.column] as Coded, binOf);
  if (part.kind === 'gap') return { codes, values: woe.map((_, bin) => (bin === part.bin ? 1 : 0)) };
  return { codes, values: woe.map((weight, bin) => (apart.includes(bin) ? 0 : -weight)) };
}

function pairTerm({ columns: [a, b], binned, cells }: Pair, coded: readonly Coded[]): Term {
  const first = groupsOf(coded[a] as Coded, binned[0].binOf);
  const second = groupsOf(coded[b] as Coded, binned[1].binOf);
  const width = binned[1].woe.length;
  const codes = new Uint8Array(first.length);
  for (let i = 0; i < codes.length; i++)
    codes[i] = cells.groupOf[(first[i] as number) * width + (second[i] as number)] as number;
  return { codes, values: cells.steps };
}
