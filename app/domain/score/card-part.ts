import type { FeatureUnit } from '~/domain/feature/definition.ts';
import type { LineView } from './score-view.ts';

/** Which values a bin takes, in the unit of its feature; a range ends before `next`. */
export type BinHeld =
  | { readonly kind: 'missing' }
  | { readonly kind: 'special'; readonly value: number }
  | { readonly kind: 'range'; readonly from: number | null; readonly next: number | null }
  | { readonly kind: 'levels'; readonly levels: readonly string[]; readonly others: boolean };

/** What a characteristic read of one feature: the value and the bin that it fell into. */
export type PartAxis = {
  /** One feature, or the two of a ratio: the first ÷ the second, in ppm. */
  readonly features: readonly string[];
  readonly unit: FeatureUnit;
  /** Null where nothing is known. */
  readonly value: number | null;
  readonly held: BinHeld;
};

/** One characteristic of a card as it read one firm. */
export type CardPart = {
  /** Two axes where the bins are two-way. */
  readonly axes: readonly PartAxis[];
  /** The place of the bin, or of the group of cells, in the card. */
  readonly bin: number;
  readonly milliPoints: number;
  /** What counts as neutral: the mean of the training rows, the share of the unknown on a rule card, 0 of two-way bins. */
  readonly neutralMilli: number;
};

/** A score taken apart: `neutralMilli` and, of every part, `milliPoints − neutralMilli` add up to it exactly. */
export type CardParts = { readonly neutralMilli: number; readonly parts: readonly CardPart[] };

/** What stands behind an axis: the records, and why a value is unknown or not shown. */
export type AxisRecords = Pick<
  LineView,
  'feature' | 'gap' | 'isStale' | 'isWithheld' | 'items' | 'evidence' | 'evidenceCount'
>;

export type AxisView = Omit<PartAxis, 'held'> & {
  /** Null where the reader may not see the value. */
  readonly held: BinHeld | null;
  readonly records: readonly AxisRecords[];
};

/** A part as pages and the command line show it. */
export type CardPartView = Omit<CardPart, 'axes'> & {
  readonly axes: readonly AxisView[];
  /** Milli-points more (+) or less (−) than neutral. */
  readonly movedMilli: number;
};

export type CardPartsView = { readonly neutralMilli: number; readonly parts: readonly CardPartView[] };

/**
 * The parts with the lines of the sheet that they were read from, what moved the score furthest first. A value whose
 * records stay shut to the reader keeps its points and nothing else, as on the sheet.
 */
export function viewParts({ neutralMilli, parts }: CardParts, lines: readonly LineView[]): CardPartsView {
  const byFeature = new Map(lines.map((line) => [line.feature, line]));
  const shown = parts.map(
    (part): CardPartView => ({
      ...part,
      axes: part.axes.map((axis) => viewAxis(axis, byFeature)),
      movedMilli: part.milliPoints - part.neutralMilli,
    }),
  );
  return {
    neutralMilli,
    parts: shown.sort((a, b) => Math.abs(b.movedMilli) - Math.abs(a.movedMilli)),
  };
}

function viewAxis(axis: PartAxis, lines: ReadonlyMap<string, LineView>): AxisView {
  const records = axis.features.flatMap((code): AxisRecords[] => {
    const line = lines.get(code);
    if (!line) return [];
    const { feature, gap, isStale, isWithheld, items, evidence, evidenceCount } = line;
    return [{ feature, gap, isStale, isWithheld, items, evidence, evidenceCount }];
  });
  const isShut = records.some(({ isWithheld }) => isWithheld);
  return { ...axis, records, ...(isShut ? { value: null, held: null } : {}) };
}
