import type { Day } from '~/domain/kernel/day.ts';
import type { CompensationOutcome } from '~/domain/policy/compensate.ts';
import type { ProvenCause } from '~/domain/policy/compensation.ts';
import type { DayCount } from '~/domain/policy/day-count.ts';
import type { LoanFlag } from '~/domain/policy/loan-facts.ts';

/** A loss and what is left for it, in whole 万元. */
type ClaimGiven = {
  readonly principalWan: number;
  readonly unpaidWan: number;
  readonly recoveredWan: number;
  readonly otherPayersWan: number;
  readonly flags: readonly LoanFlag[];
  readonly proven: readonly ProvenCause[];
  readonly enrolled: boolean;
  readonly borrowerCapLeftWan: number | null;
  readonly yearCapLeftWan: number | null;
  readonly poolLeftWan: number | null;
  readonly fuseBlown: boolean;
};

type Titled = { readonly zh: string; readonly en: string };

/** A calculation that a version must reproduce before it may be published. Amounts expected are fen as digits. */
export type Example = Titled &
  (
    | {
        readonly of: 'share-by-size';
        readonly given: {
          readonly principalWan: number;
          readonly lossWan: number;
          readonly flags: readonly LoanFlag[];
        };
        readonly expect: { readonly sharePpm: number; readonly amountFen: string };
      }
    | {
        readonly of: 'share-by-cause';
        readonly given: { readonly lossWan: number; readonly proven: readonly ProvenCause[] };
        /** Null where government and bank negotiate or a determination is missing. */
        readonly expect: { readonly sharePpm: number | null; readonly amountFen: string | null };
      }
    | {
        readonly of: 'fuse';
        readonly given: {
          readonly lossWan: number;
          readonly recoveredWan: number;
          readonly enrolledWan: number;
          readonly mode?: 'bank' | 'guarantor';
        };
        readonly expect: { readonly blown: boolean };
      }
    | {
        readonly of: 'claim';
        readonly given: ClaimGiven;
        readonly expect: { readonly outcome: CompensationOutcome; readonly amountFen: string };
      }
    | {
        readonly of: 'recovery';
        readonly given: {
          readonly eligibleLossWan: number;
          readonly recoveredWan: number;
          readonly costsWan: number;
          readonly paid: readonly { readonly payer: string; readonly paidWan: number }[];
        };
        /** Fen by payer, the bank's part under `bank`. */
        readonly expect: { readonly parts: { readonly [payer: string]: string } };
      }
    | {
        readonly of: 'subsidy';
        readonly given: {
          readonly principalWan: number;
          readonly ratePpm: number;
          readonly drawnOn: Day;
          readonly days: number;
          readonly dayCount: DayCount;
          readonly localPpm: number;
          readonly capUsedWan: number;
          readonly lprPpm?: number;
        };
        readonly expect: {
          readonly amountFen: string;
          readonly funding: { readonly [payer: string]: string };
        };
      }
  );
