import { type Fen, fen, greatestFen, leastFen, minus, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, shareOf } from '~/domain/kernel/rate.ts';
import type { LoanFlag } from '~/domain/policy/loan-facts.ts';

/** Who bears a loss beside the bank, in the order in which they pay. */
export const payerKinds = ['guarantor', 'insurer', 'pool', 'district'] as const;
export type PayerKind = (typeof payerKinds)[number];

export type Payer = {
  readonly payer: PayerKind;
  readonly share: Ppm;
  /** The most it pays; null without a limit. */
  readonly most: Fen | null;
};

export type Payment = { readonly payer: PayerKind; readonly asked: Fen; readonly amount: Fen };

/**
 * One loss file for all payers (edge case 13): each pays its share of the eligible loss, but sees only what the payers
 * before it left; together they never pay more than the loss. Amounts are rounded half up to the fen, once each.
 */
export function waterfall(loss: Fen, payers: readonly Payer[]): { payments: Payment[]; left: Fen } {
  let left = greatestFen(zeroFen, loss);
  const ordered = [...payers].sort((a, b) => payerKinds.indexOf(a.payer) - payerKinds.indexOf(b.payer));
  const payments = ordered.map(({ payer, share, most }) => {
    const asked = shareOf(greatestFen(zeroFen, loss), share);
    const amount = leastFen(asked, left, greatestFen(zeroFen, most ?? asked));
    left = minus(left, amount);
    return { payer, asked, amount };
  });
  return { payments, left };
}

/** Who may claim from the pool for a loan: for a guaranteed one the guarantor and nobody else (G4). */
export const claimMode = (flags: readonly LoanFlag[]): 'bank' | 'guarantor' =>
  flags.includes('guaranteed') ? 'guarantor' : 'bank';

/** Principal that is lost: unpaid when the loss was determined, less what came back since. Interest is left out. */
export const eligibleLoss = (unpaidPrincipal: Fen, recovered: Fen): Fen =>
  greatestFen(zeroFen, fen(unpaidPrincipal - recovered));
