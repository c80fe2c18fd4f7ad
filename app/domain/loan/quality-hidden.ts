import { isSmall, smallestShown, suppressTable, suppressWithTotal } from '~/domain/kernel/small-numbers.ts';

/** Firms behind loans, and those of them that are counted here only: a firm in several places counts in its worst. */
export type FirmCount = { readonly firms: number; readonly once: number };

/** The three parts of a lender's loans: normal, special mention, non-performing. */
export const classParts = 3;
const badPart = classParts - 1;

/** Firms behind the figures of a portfolio on a day. */
export type QualityFirms = {
  /** For each lender its three parts. */
  readonly lenders: readonly (readonly FirmCount[])[];
  /** For each of `tiers` and of `dpdBands`. */
  readonly tiers: readonly FirmCount[];
  readonly bands: readonly FirmCount[];
  /** Bands past due for more than 90 days begin here. */
  readonly longFrom: number;
  /** Firms with a loan under observation, not cured yet, either, both, one of them alone, and neither. */
  readonly periods: readonly number[];
};

/** Which figures are kept back from who reads statistics only. */
export type QualityHidden = {
  /** Kept back only where nothing else is left to hide. */
  readonly total: boolean;
  readonly byTier: readonly boolean[];
  readonly byBand: readonly boolean[];
  readonly nonPerforming: boolean;
  readonly overdue90: boolean;
  readonly periods: boolean;
  /** For each lender its sum, then its three parts. */
  readonly lenders: readonly { readonly total: boolean; readonly parts: readonly boolean[] }[];
};

const firmsOf = (counts: readonly FirmCount[]) => counts.map(({ firms }) => firms);
const onceOf = (counts: readonly FirmCount[]) => counts.map(({ once }) => once);

/**
 * Small figures of the portfolio desk and what would tell of them (O2): lenders by class with both sums are one table, the
 * non-performing classes add up to one of its sums, the bands to its total. From what is left no figure that fewer than five
 * firms stand behind follows, not by subtracting one from another either.
 */
export function hiddenIn(of: QualityFirms): QualityHidden {
  const bads = suppressWithTotal(firmsOf(of.tiers).slice(badPart), onceOf(of.tiers).slice(badPart));
  const kinds = bads.counts.filter((n) => n !== 0).length;
  // Where the classes alone cannot hide one another their sum has to leave room for it.
  const floors = new Map(
    bads.total === null ? [[`${of.lenders.length}/${badPart}`, smallestShown + kinds - 1]] : [],
  );
  const once = of.lenders.map(onceOf);
  const table = suppressTable(of.lenders.map(firmsOf), { once, floors });
  const bands = suppressWithTotal(firmsOf(of.bands), onceOf(of.bands));
  if (table.total === null || bands.total === null) return everything(of);
  const nonPerforming = table.columnTotals[badPart] === null;
  const long = of.bands.slice(of.longFrom);
  return {
    total: false,
    byTier: [
      ...table.columnTotals.slice(0, badPart).map((n) => n === null),
      ...bads.counts.map((n) => n === null || (nonPerforming && n > 0)),
    ],
    byBand: bands.counts.map((n) => n === null),
    nonPerforming,
    overdue90:
      nonPerforming || bands.counts.slice(of.longFrom).includes(null) || isSmall(onceOf(long).reduce(add, 0)),
    periods: of.periods.some(isSmall),
    lenders: table.cells.map((parts, at) => ({
      total: table.rowTotals[at] === null,
      parts: parts.map((n) => n === null),
    })),
  };
}

const add = (a: number, b: number) => a + b;

/** So few firms in all that any figure would tell of the others. */
const everything = (of: QualityFirms): QualityHidden => ({
  ...{ total: true, nonPerforming: true, overdue90: true, periods: true },
  byTier: of.tiers.map(({ firms }) => firms > 0),
  byBand: of.bands.map(({ firms }) => firms > 0),
  lenders: of.lenders.map((parts) => ({ total: true, parts: parts.map(() => true) })),
});
