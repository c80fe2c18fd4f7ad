import { type Fen, greatestFen, leastFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Compensation, compensate } from '~/domain/policy/compensate.ts';
import { type ProvenCause, shareBySize, shareFlat } from '~/domain/policy/compensation.ts';
import type { CompensationRules } from '~/domain/policy/compensation-rules.ts';
import type { Line } from '~/domain/policy/line.ts';
import type { LoanFlag } from '~/domain/policy/loan-facts.ts';

export type LossFacts = {
  readonly principal: Fen;
  readonly flags: readonly LoanFlag[];
  readonly causes: readonly ProvenCause[];
  /** The share that government and bank agreed where the scheme leaves it to them. */
  readonly agreed: Ppm | null;
  /** Unpaid principal when the loss was determined. */
  readonly unpaid: Fen;
  /** Principal that came back since. */
  readonly recovered: Fen;
  /** Paid or owed by the guarantor and the insurer, who pay before the pool. */
  readonly guarantor: Fen;
  readonly insurer: Fen;
  /** What the borrower has left of its cap at all banks together; null without one. */
  readonly borrowerCapLeft: Fen | null;
};

export type Determined = {
  /** Principal that is lost; interest is left out. */
  readonly loss: Fen;
  readonly payable: Fen;
  readonly lines: readonly Line[];
};

export type DetermineRefusal =
  | { readonly code: 'compensation.determination-missing'; readonly lines: readonly Line[] }
  | { readonly code: 'compensation.share-to-agree' }
  | { readonly code: 'compensation.share-not-published' };

/** An agreed share stands where the scheme leaves it open. */
const withAgreed = (rules: CompensationRules, agreed: Ppm | null): CompensationRules =>
  rules.form !== 'by-cause' || agreed === null
    ? rules
    : {
        ...rules,
        causes: rules.causes.map((rule) => (rule.sharePpm === null ? { ...rule, sharePpm: agreed } : rule)),
      };

/** Principal lost: unpaid at determination less what came back since, never below zero. */
export const eligibleLoss = (unpaid: Fen, recovered: Fen): Fen =>
  greatestFen(zeroFen, minus(unpaid, recovered));

/**
 * What a pool owes on a loss (domain.md §2.6, edge cases 12 and 13), whatever it holds: the policy's own formula with
 * guarantor and insurer before it, so that all payers together never pay more than the loss. Limits of years and the
 * money in the pool decide when it is paid, not how much is owed.
 */
export function determine(facts: LossFacts, rules: CompensationRules): Result<Determined, DetermineRefusal> {
  const loss = eligibleLoss(facts.unpaid, facts.recovered);
  const answer = compensate(
    { body: withAgreed(rules, facts.agreed) },
    {
      principal: facts.principal,
      flags: facts.flags,
      unpaidPrincipal: facts.unpaid,
      recovered: facts.recovered,
      otherPayers: leastFen(loss, plus(facts.guarantor, facts.insurer)),
      causes: facts.causes,
      enrolled: true,
    },
    { borrowerCapLeft: facts.borrowerCapLeft, yearCapLeft: null, poolLeft: null, fuseBlown: false },
  );
  return determined(answer, loss);
}

function determined(answer: Compensation, loss: Fen): Result<Determined, DetermineRefusal> {
  const { outcome, amount, lines } = answer;
  if (outcome === 'paid' || outcome === 'nothing') return accept({ loss, payable: amount, lines });
  if (outcome === 'determination-missing')
    return refuse({ code: 'compensation.determination-missing', lines });
  if (outcome === 'negotiated') return refuse({ code: 'compensation.share-to-agree' });
  if (outcome === 'share-not-published') return refuse({ code: 'compensation.share-not-published' });
  throw new Error(`a claim without limits cannot be ${outcome}`);
}

/**
 * The share that can be stated when a loan is enrolled: fixed by size or for all; by cause it is known only when the
 * loss is, and `most` is the highest. Null when the scheme pays nothing for a loan of that size.
 */
export function shareAtEnrolment(
  principal: Fen,
  flags: readonly LoanFlag[],
  rules: CompensationRules,
): { readonly share: Ppm | null; readonly most: Ppm; readonly lines: readonly Line[] } | null {
  if (rules.form === 'by-cause') {
    const shares = rules.causes.map((cause) => cause.sharePpm ?? 0);
    const [lowestPpm, highestPpm] = [Math.min(...shares), Math.max(...shares)];
    return {
      share: null,
      most: ppm(highestPpm),
      lines: [{ code: 'shares-by-cause', lowestPpm, highestPpm }],
    };
  }
  const found = rules.form === 'flat' ? shareFlat(flags, rules) : shareBySize(principal, flags, rules);
  return found && { share: found.share, most: found.share, lines: found.lines };
}
