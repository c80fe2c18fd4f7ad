import { eligibleLoss, type Payment, waterfall } from '~/domain/compensation/waterfall.ts';
import { type Fen, plus, wan } from '~/domain/kernel/money.ts';
import { type Ppm, ppm, wholePpm } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { compensate, type ProvenCause, shareByCause, shareBySize } from '~/domain/policy/compensation.ts';
import type { CompensationRules, LossCause } from '~/domain/policy/compensation-rules.ts';
import type { Line } from '~/domain/policy/line.ts';
import type { LoanFlag } from '~/domain/policy/loan-facts.ts';

export type LossFacts = {
  readonly principal: Fen;
  readonly flags: readonly LoanFlag[];
  readonly causes: readonly ProvenCause[];
  /** The share that government and bank agreed where the scheme leaves it to them. */
  readonly agreed: Ppm | null;
  readonly unpaid: Fen;
  readonly recovered: Fen;
  /** Paid or owed by the guarantor and the insurer. */
  readonly guarantor: Fen;
  readonly insurer: Fen;
};

/** How a share or an amount came about, beyond the lines of the scheme. */
export type ClaimLine =
  | Line
  | { readonly code: 'cause-decides'; readonly cause: LossCause; readonly sharePpm: number }
  | { readonly code: 'agreed-share'; readonly sharePpm: number }
  | {
      readonly code: 'eligible-loss';
      readonly unpaidFen: string;
      readonly recoveredFen: string;
      readonly lossFen: string;
    }
  | { readonly code: 'other-payer'; readonly payer: Payment['payer']; readonly amountFen: string };

export type Determined = {
  readonly share: Ppm;
  readonly loss: Fen;
  readonly payable: Fen;
  readonly lines: readonly ClaimLine[];
};

export type DetermineRefusal =
  | { readonly code: 'compensation.above-bands'; readonly principalFen: Fen }
  | {
      readonly code: 'compensation.determination-missing';
      readonly cause: LossCause;
      readonly requires: string;
    }
  | { readonly code: 'compensation.share-to-agree' };

type ShareFound = { readonly share: Ppm; readonly lines: readonly ClaimLine[] };

function findShare(facts: LossFacts, rules: CompensationRules): Result<ShareFound, DetermineRefusal> {
  if (rules.form === 'by-size') {
    const found = shareBySize(facts.principal, facts.flags, rules);
    return found
      ? accept(found)
      : refuse({ code: 'compensation.above-bands', principalFen: facts.principal });
  }
  const found = shareByCause(facts.causes, rules);
  if (found.outcome === 'share') {
    const { cause, share } = found;
    return accept({ share, lines: [{ code: 'cause-decides', cause, sharePpm: share }] });
  }
  if (found.outcome === 'determination-missing')
    return refuse({
      code: 'compensation.determination-missing',
      cause: found.cause,
      requires: found.requires,
    });
  if (facts.agreed === null) return refuse({ code: 'compensation.share-to-agree' });
  return accept({ share: facts.agreed, lines: [{ code: 'agreed-share', sharePpm: facts.agreed }] });
}

/**
 * What a pool owes on a loss (domain.md §2.6, edge cases 12 and 13): the share by the size of the loan or by its
 * proven causes, of the principal lost, after guarantor and insurer, never above what they leave. Limits of years and
 * what the pool holds are no part of it: they decide when it is paid.
 */
export function determine(facts: LossFacts, rules: CompensationRules): Result<Determined, DetermineRefusal> {
  const found = findShare(facts, rules);
  if (!found.ok) return found;
  const { share } = found.value;
  const loss = eligibleLoss(facts.unpaid, facts.recovered);
  const before = waterfall(loss, [
    { payer: 'guarantor', share: wholePpm, most: facts.guarantor },
    { payer: 'insurer', share: wholePpm, most: facts.insurer },
  ]).payments;
  const { amount, lines } = compensate(share, {
    unpaidPrincipal: facts.unpaid,
    recovered: facts.recovered,
    otherPayers: plus(...before.map((p) => p.amount)),
    borrowerCapLeft: null,
    yearCapLeft: null,
    poolLeft: null,
  });
  return accept({
    share,
    loss,
    payable: amount,
    lines: [...found.value.lines, lossLine(facts, loss), ...before.flatMap(otherLine), ...lines],
  });
}

const lossLine = ({ unpaid, recovered }: LossFacts, loss: Fen): ClaimLine => ({
  code: 'eligible-loss',
  unpaidFen: String(unpaid),
  recoveredFen: String(recovered),
  lossFen: String(loss),
});

const otherLine = ({ payer, amount }: Payment): ClaimLine[] =>
  amount === 0n ? [] : [{ code: 'other-payer', payer, amountFen: String(amount) }];

/** The largest principal that a scheme by size compensates; null where size does not decide. */
export const largestPrincipal = (rules: CompensationRules): Fen | null =>
  rules.form === 'by-size' ? wan(Math.max(...rules.bands.map((band) => band.upToWan))) : null;

/** The share that can be stated before a loss: by size it is fixed; by cause it is known only then. */
export function shareAtEnrolment(
  principal: Fen,
  flags: readonly LoanFlag[],
  rules: CompensationRules,
): { readonly share: Ppm | null; readonly most: Ppm } | null {
  if (rules.form === 'by-size') {
    const found = shareBySize(principal, flags, rules);
    return found && { share: found.share, most: found.share };
  }
  return { share: null, most: ppm(Math.max(...rules.causes.map((cause) => cause.sharePpm ?? 0))) };
}
