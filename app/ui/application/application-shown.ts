import type { DeclineReason, Remedy } from '~/domain/application/decline-reason.ts';
import type { ApplicationState } from '~/domain/application/state.ts';
import type { DayCount } from '~/domain/policy/day-count.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';

/** An application as loaders hand it to pages: fen as digits, instants as ISO text. */
export type ApplicationShown = {
  readonly id: string;
  readonly needId: string;
  readonly productId: string;
  /** The loan that it asks to renew. */
  readonly renewsLoanId: string | null;
  readonly state: ApplicationState;
  readonly amountFen: string;
  readonly termMonths: number;
  readonly purpose: string;
  readonly collateral: readonly string[];
  readonly submittedAt: string;
  readonly dueAt: string | null;
  readonly closedAt: string | null;
};

export type PartiesShown = {
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
  /** The branch that it lies with; null at the head office. */
  readonly branchZh: string | null;
  readonly branchEn: string | null;
  readonly productZh: string;
  readonly productEn: string;
};

export type TermsShown = {
  readonly amount: string;
  readonly termMonths: number;
  readonly rate: number;
  readonly dayCount: DayCount;
  readonly method: RepaymentMethod;
  readonly fee: string;
  readonly guaranteeFee: string;
  readonly conditions: string | null;
  readonly validUntil: string;
};

export type ProposalShown =
  | { readonly outcome: 'approve'; readonly terms: TermsShown }
  | { readonly outcome: 'decline'; readonly reasons: readonly DeclineReason[] };

export type StepShown = {
  readonly key: string;
  readonly kind: string;
  readonly at: string;
  readonly userName: string;
  readonly facts: unknown;
  readonly signed: boolean | null;
  /** The bank's own key by its short name, where it signed by one. */
  readonly bankKey: string | null;
};

export type DocumentShown = {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly uploadedAt: string;
};

export type ReasonShown = { readonly code: DeclineReason; readonly remedy: Remedy };
