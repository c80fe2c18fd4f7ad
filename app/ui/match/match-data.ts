import type { Step } from '~/domain/match/openings.ts';
import type { Explanation } from '~/domain/product/explain.ts';
import type { Verdict } from '~/domain/product/predicate.ts';
import type { PriceView } from '~/domain/product/price-view.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';
import type { Collateral, LadderGrade, Purpose } from '~/domain/product/vocabulary.ts';
import type { CodeNames } from '~/ui/product/rule-names.ts';
import type { ShelfRow } from '~/ui/product/shelf-row.ts';

export type MatchRow = {
  readonly product: ShelfRow;
  readonly verdict: Verdict;
  /** Folded away behind the first of its group. */
  readonly isFolded: boolean;
  readonly tally: {
    readonly all: number;
    readonly passed: number;
    readonly failing: number;
    readonly open: number;
  };
  /** All of them, or of a folded product those that are not met. */
  readonly conditions: readonly Explanation[];
  readonly price: PriceView | null;
  /** Working days in which the bank usually decides; null while too few cases are known. */
  readonly decisionDays: number | null;
};

/** Principal under one subsidy scheme: used, and left; null where the scheme has no cap. */
export type RoomRow = {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly usedFen: string;
  readonly leftFen: string | null;
  readonly drawUntil: string;
};

export type OpeningRow = { readonly step: Step; readonly opens: number; readonly settles: number };

/** What the match page reads. Fen as digits, rates in ppm. */
export type MatchData = {
  readonly need: {
    readonly id: string;
    readonly amountFen: string;
    readonly termMonths: number;
    readonly purpose: Purpose;
    readonly collateral: readonly Collateral[];
    readonly method: RepaymentMethod | null;
    readonly state: 'open' | 'closed';
  };
  readonly shown: 'offers' | 'examples';
  readonly asOf: string;
  readonly score: { readonly scope: 'public' | 'full'; readonly grade: LadderGrade | null } | null;
  readonly counts: { readonly offers: number; readonly examples: number };
  /** How many products of the tab stand where; `matches` lists the first of each. */
  readonly groups: { readonly [V in Verdict]: number };
  readonly matches: readonly MatchRow[];
  readonly openings: readonly OpeningRow[];
  readonly rooms: readonly RoomRow[];
  readonly names: CodeNames;
};
