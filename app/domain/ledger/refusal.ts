import type { Day } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';

export type LegRefusal = { readonly code: 'ledger.amount-not-positive' | 'ledger.same-account' };

/** The key came before with another content. */
export type KeyRefusal = { readonly code: 'ledger.key-reused'; readonly key: string };

export type AccountRefusal =
  | { readonly code: 'ledger.account-unknown'; readonly account: string }
  | {
      readonly code: 'ledger.account-short';
      readonly account: string;
      readonly availableFen: Fen;
      readonly missingFen: Fen;
    };

export type LimitRefusal =
  | { readonly code: 'ledger.limit-unknown'; readonly scope: string }
  | {
      readonly code: 'ledger.limit-reached';
      readonly scope: string;
      readonly ceilingFen: Fen;
      readonly leftFen: Fen;
    };

export type PeriodRefusal = {
  readonly code: 'ledger.period-closed';
  readonly effectiveOn: Day;
  readonly closedThrough: Day;
};

export type HoldRefusal =
  | { readonly code: 'ledger.hold-unknown' }
  | { readonly code: 'ledger.hold-ended'; readonly outcome: string; readonly endedOn: Day }
  | { readonly code: 'ledger.hold-expired'; readonly expiresOn: Day }
  | { readonly code: 'ledger.more-than-held'; readonly heldFen: Fen };

export type ReversalRefusal =
  | { readonly code: 'ledger.transaction-unknown' | 'ledger.reversal-of-reversal' }
  | { readonly code: 'ledger.reversed-before'; readonly transactionId: string };

export type CloseRefusal =
  | { readonly code: 'ledger.period-closed-before'; readonly closedThrough: Day }
  | { readonly code: 'ledger.period-not-over'; readonly today: Day };

/** The database itself refuses whoever is neither the platform nor, for holds, the institution concerned. */
export type HandRefusal = { readonly code: 'ledger.not-allowed' };

export type PostRefusal =
  | LegRefusal
  | KeyRefusal
  | AccountRefusal
  | LimitRefusal
  | PeriodRefusal
  | HandRefusal;
export type PlaceHoldRefusal = LegRefusal | KeyRefusal | AccountRefusal | LimitRefusal | HandRefusal;
export type SettleHoldRefusal = KeyRefusal | HoldRefusal | PeriodRefusal | HandRefusal;
export type ReleaseHoldRefusal = HoldRefusal | HandRefusal;
export type ReverseRefusal =
  | KeyRefusal
  | ReversalRefusal
  | AccountRefusal
  | LimitRefusal
  | PeriodRefusal
  | HandRefusal;
export type OpenAccountRefusal =
  | HandRefusal
  | { readonly code: 'ledger.account-differs'; readonly account: string };

export type LedgerRefusal =
  | PostRefusal
  | PlaceHoldRefusal
  | SettleHoldRefusal
  | ReverseRefusal
  | OpenAccountRefusal
  | CloseRefusal;
