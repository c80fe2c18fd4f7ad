import type { FeatureUnit } from '~/domain/feature/definition.ts';
import type { Explanation } from '~/domain/product/explain.ts';
import type { Verdict } from '~/domain/product/predicate.ts';
import type { Grade } from '~/domain/score/card.ts';
import type { CodeNames } from '~/ui/product/rule-names.ts';
import type { StepShown, TermsShown } from './application-shown.ts';

export type Says = {
  readonly occurredOn: string | null;
  readonly precision: 'day' | 'month' | 'year';
  readonly endedOn: string | null;
  readonly amountFen: string | null;
  readonly quantity: number | null;
  readonly categoryZh: string | null;
  readonly categoryEn: string | null;
} | null;

export type RecordThen = {
  readonly key: string;
  readonly itemZh: string;
  readonly itemEn: string;
  readonly isPublic: boolean;
  readonly providerZh: string;
  readonly providerEn: string;
  readonly knownOn: string;
  readonly says: Says;
};

export type ChangeKind = 'added' | 'corrected' | 'revoked' | 'repaired' | 'restored';

export type ChangeThen = RecordThen & {
  readonly kind: ChangeKind;
  readonly on: string;
  readonly before: Says;
  readonly after: Says;
};

export type ScoreThen = {
  readonly scope: 'public' | 'full';
  readonly cardVersion: string;
  readonly milliPoints: number | null;
  readonly grade: Grade | null;
  readonly coveragePpm: number;
} | null;

type Side = { readonly value: number | null; readonly points: number } | null;

export type MovedLine = {
  readonly feature: string;
  readonly unit: FeatureUnit;
  readonly before: Side;
  readonly after: Side;
  readonly movers: readonly (RecordThen & { readonly why: ChangeKind | 'window' })[];
  readonly isWithheld: boolean;
};

/** A page of a list. */
export type PageThen<T> = {
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  readonly shown: readonly T[];
};

export type KnownThen = {
  readonly records: PageThen<RecordThen>;
  readonly changes: PageThen<ChangeThen>;
  readonly score: {
    readonly before: ScoreThen;
    readonly after: ScoreThen;
    readonly moved: readonly MovedLine[];
  };
  readonly conditions: {
    readonly version: number;
    readonly verdict: Verdict;
    readonly conditions: readonly Explanation[];
    readonly names: CodeNames;
  } | null;
  readonly documents: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly uploadedAt: string;
  }[];
};

/** An application as of a day, as its loader hands it over. */
export type AsOfShown = {
  readonly days: {
    readonly on: string;
    readonly to: string;
    readonly first: string;
    readonly last: string;
    readonly isMoved: boolean;
  };
  readonly state: Parameters<typeof import('./state-badge.tsx').StateBadge>[0]['state'];
  readonly events: readonly StepShown[];
  readonly offer: TermsShown | null;
  readonly steps: readonly { readonly day: string; readonly kind: string }[];
  readonly known:
    | ({ readonly granted: true } & KnownThen)
    | { readonly granted: false; readonly refusal: { readonly code: string } };
};
