import type { BodyGap, ProductBody } from '~/domain/product/body.ts';
import type { Rule, Verdict } from '~/domain/product/predicate.ts';
import type { ProductDiff } from '~/domain/product/product-diff.ts';
import type { Question } from '~/domain/product/question.ts';
import type { TestFirmName } from '~/domain/product/test-firms.ts';
import type { ProductDraftState } from '~/ui/product/draft-badge.tsx';
import type { CodeNames } from '~/ui/product/rule-names.ts';

/** What a product says, as a page gets it. */
export type BodyShown = Omit<ProductBody, 'validTo'> & { readonly validTo: string | null };

/** A count that is told, or null for "fewer than `least`". */
type Told = number | null;

/** A version of a product in the making, as its page gets it. */
export type DraftPageProps = {
  readonly id: string;
  readonly version: number;
  readonly state: ProductDraftState;
  readonly offShelf: boolean;
  readonly isMine: boolean;
  readonly mayDecide: boolean;
  readonly draftedBy: string;
  readonly changedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionNote: string | null;
  readonly effectiveFrom: string;
  readonly note: string;
  readonly body: BodyShown;
  readonly before: BodyShown | null;
  readonly lines: readonly Rule[];
  readonly diff: ProductDiff | null;
  readonly gaps: readonly BodyGap[];
  readonly reach: {
    readonly firms: Told;
    readonly passing: Told;
    readonly open: Told;
    readonly more: { readonly count: Told } | null;
    readonly fewer: { readonly count: Told } | null;
    readonly least: number;
  } | null;
  readonly isCounting: boolean;
  readonly trials: readonly {
    readonly name: TestFirmName;
    readonly verdict: Verdict;
    readonly lines: readonly Verdict[];
  }[];
  readonly names: CodeNames;
  readonly features: readonly { readonly code: string; readonly unit: string }[];
  /** The question whose fields are shown. */
  readonly question: Question | null;
};
