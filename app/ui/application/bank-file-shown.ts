import type { ReactNode } from 'react';
import type { ScoreView } from '~/domain/score/score-view.ts';
import type {
  ApplicationShown,
  DocumentShown,
  PartiesShown,
  ProposalShown,
  StepShown,
  TermsShown,
} from './application-shown.ts';
import type { TradeShown } from './trade-parts.tsx';

export type RecordShown = {
  readonly id: string;
  readonly item: string;
  readonly itemZh: string;
  readonly itemEn: string;
  readonly sensitivity: string;
  readonly providerZh: string;
  readonly providerEn: string;
  readonly occurredOn: string | null;
  readonly precision: 'day' | 'month' | 'year';
  readonly endedOn: string | null;
  readonly amountFen: string | null;
  readonly amountZh: string | null;
  readonly amountEn: string | null;
  readonly quantity: number | null;
  readonly quantityZh: string | null;
  readonly quantityEn: string | null;
  readonly categoryZh: string | null;
  readonly categoryEn: string | null;
  readonly disputed: boolean;
  readonly statement: string | null;
};

export type FigureShown = {
  readonly item: string;
  readonly itemZh: string;
  readonly itemEn: string;
  readonly records: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly amountFen: string | null;
};

export type Declaration = {
  readonly employees: number | null;
  readonly revenueFen: string | null;
  readonly assetsFen: string | null;
  readonly sizeClass: string;
  readonly figuresYear: number | null;
};

export type AccessShown =
  | {
      readonly granted: true;
      readonly permit: {
        readonly items: readonly string[];
        readonly readsLeft: number;
        readonly detail: string;
      };
      readonly declaration: Declaration | null;
      readonly score: ScoreView | null;
      readonly records: readonly RecordShown[];
      readonly figures: readonly FigureShown[];
      readonly documents: readonly DocumentShown[];
      readonly trades: readonly TradeShown[];
    }
  | { readonly granted: false; readonly refusal: { readonly code: string } };

export const fileTabs = ['overview', 'portrait', 'records', 'documents', 'timeline', 'as-of'] as const;
export type FileTab = (typeof fileTabs)[number];

/** What the reader may do next; decided on the server from role, state and person. */
export type FileActions = {
  readonly pickUp: boolean;
  readonly propose: boolean;
  readonly decide: boolean;
  readonly contract: boolean;
  readonly disburse: boolean;
  readonly secondLook: boolean;
  readonly declare: boolean;
  readonly transfer: boolean;
};

type Bounds = { readonly minPpm: number; readonly maxPpm: number };

/** What a bank is offered for the penalty interest of a new loan. */
export type PenaltyDefaults = {
  readonly overduePpm: number;
  readonly misusePpm: number;
  readonly compounds: boolean;
  readonly bounds: { readonly overdue: Bounds; readonly misuse: Bounds };
};

/** A bank's file as its loader hands it over. */
export type BankFileShown = PartiesShown & {
  readonly uscc: string | null;
  readonly application: ApplicationShown & {
    readonly branchId: string | null;
    readonly maker: string | null;
    readonly checker: string | null;
    readonly isMine: boolean;
    readonly proposal: ProposalShown | null;
    /** What the second person names to confirm. */
    readonly proposalHash: string | null;
  };
  /** The open branches of the bank, for the head office. */
  readonly branches: readonly { readonly id: string; readonly zh: string; readonly en: string }[];
  readonly registration: {
    readonly name: string;
    readonly uscc: string | null;
    readonly kind: string;
    readonly regionZh: string | null;
    readonly industryZh: string | null;
    readonly industryEn: string | null;
    readonly establishedOn: string | null;
  };
  readonly offer: (TermsShown & { readonly state: string }) | null;
  readonly events: readonly StepShown[];
  readonly loanId: string | null;
  readonly now: string;
  readonly penalty: PenaltyDefaults | null;
  readonly today: string;
  readonly offerUntil: string;
  readonly tab: FileTab;
  readonly access: AccessShown | null;
  readonly may: FileActions;
  readonly interested: boolean;
  /** The officer declared an interest after proposing: it can only go back. */
  readonly makerStaysOut: boolean;
  /** The firm's words while a second look is asked for. */
  readonly secondLookReason: string | null;
  readonly isPaused: boolean;
  /** The last day for the money of a signed contract. */
  readonly disburseUntil: string | null;
  /** Since when the applicant, a natural person, asks for people instead of automation alone. */
  readonly peopleSince: string | null;
};

/** What stands beside an application to renew a loan, and the form of its last step; null for new money. */
export type WithRenewal = {
  readonly renewal: { readonly notice: ReactNode; readonly form: ReactNode } | null;
};
