import type { AnswerState } from '~/domain/application/posting.ts';
import type { RecommendationState } from '~/domain/application/recommendation.ts';
import type { Standard, StandardName, StandardVerdict } from '~/domain/application/standards.ts';
import type { Collateral, FirmKind, LadderGrade, Purpose } from '~/domain/product/vocabulary.ts';
import type { TermsShown } from '~/ui/application/application-shown.ts';
import type { CodeNames } from '~/ui/product/rule-names.ts';

/** What banks read of a posted need. Fen as digits. */
export type ProfileShown = {
  readonly amountFen: string;
  readonly termMonths: number;
  readonly purpose: Purpose;
  readonly collateral: readonly Collateral[];
  readonly kind: FirmKind;
  readonly size: 'micro' | 'small' | 'medium' | 'large' | null;
  readonly region: string | null;
  readonly industry: string | null;
  readonly years: number | null;
  readonly grade: LadderGrade | null;
  readonly alike: number | null;
  /** The five standards of a recommended firm. */
  readonly standards?:
    | readonly {
        readonly standard: StandardName;
        readonly verdict: StandardVerdict;
        readonly vouched: boolean;
      }[]
    | undefined;
};

/** Where a firm stands on its way to the recommended list. */
export type RecommendedShown = {
  readonly mayAgree: boolean;
  readonly isPosted: boolean;
  readonly standards: readonly Standard[];
  readonly latest: {
    readonly state: RecommendationState;
    readonly nominator: string;
    readonly reason: string;
    readonly note: string | null;
    readonly vouched: readonly string[];
  } | null;
};

export type AnswerShown = {
  readonly id: string;
  readonly bank: { readonly zh: string; readonly en: string };
  readonly product: { readonly id: string; readonly zh: string; readonly en: string } | null;
  readonly state: AnswerState;
  readonly dueAt: string;
  readonly mayChoose: boolean;
  readonly offer: {
    readonly terms: TermsShown;
    readonly net: string;
    readonly subsidy: string;
    readonly apr: number | null;
  } | null;
};

type PostedLine = {
  readonly id: string;
  readonly named: boolean;
  readonly profile: ProfileShown;
  readonly openUntil: string;
  readonly postedAt: string;
};

export type PostingShown = {
  readonly need: { readonly id: string; readonly state: 'open' | 'closed' };
  readonly now: string;
  readonly open: (PostedLine & { readonly banksNotAsked: number }) | null;
  readonly draft: {
    readonly profile: ProfileShown;
    readonly openUntil: string;
    readonly banksNotAsked: number;
    readonly products: number;
  } | null;
  readonly answers: readonly AnswerShown[];
  readonly past: readonly PostedLine[];
  readonly recommended: RecommendedShown;
  readonly names: CodeNames;
  readonly mayPost: boolean;
};

export type PostedShown = {
  readonly id: string;
  readonly profile: ProfileShown;
  readonly firm: string | null;
  readonly openUntil: string;
  readonly isOpen: boolean;
  readonly recommended: boolean;
  readonly rules: { readonly answerWorkingDays: number; readonly answerMonths: number };
  readonly now: string;
  readonly today: string;
  readonly products: readonly {
    readonly id: string;
    readonly zh: string;
    readonly en: string;
    readonly standing: 'pass' | 'unknown' | null;
  }[];
  readonly own: {
    readonly state: AnswerState;
    readonly dueAt: string;
    readonly mayAnswer: boolean;
    readonly terms: TermsShown | null;
    readonly product: { readonly zh: string; readonly en: string } | null;
  } | null;
  readonly mayTake: boolean;
  readonly names: CodeNames;
};

export type PostedRow = {
  readonly id: string;
  readonly profile: ProfileShown;
  readonly fits: 'pass' | 'unknown' | null;
  readonly openUntil: string;
  readonly isOpen: boolean;
  readonly recommended: boolean;
  readonly firm: string | null;
  readonly own: { readonly state: AnswerState; readonly dueAt: string } | null;
};
