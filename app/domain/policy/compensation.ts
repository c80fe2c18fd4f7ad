import { type Fen, greatestFen, leastFen, minus, wan, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, ppm, shareOf } from '~/domain/kernel/rate.ts';
import type { ByCauseRules, BySizeRules, FuseRule, LossCause } from '~/domain/policy/compensation-rules.ts';
import type { Line } from '~/domain/policy/line.ts';
import type { LoanFlag } from '~/domain/policy/loan-facts.ts';

export type Share = { readonly share: Ppm; readonly lines: readonly Line[] };

/**
 * The pool's share of a loan by its size and marks (domain.md G3, §2.6): the band's share, add-ons once each, at most
 * the ceiling. A guaranteed loan takes the guarantor's share instead. Null above the largest band.
 */
export function shareBySize(principal: Fen, flags: readonly LoanFlag[], rules: BySizeRules): Share | null {
  const band = rules.bands.find((b) => principal <= wan(b.upToWan));
  if (!band) return null;
  if (flags.includes('guaranteed')) {
    const share = ppm(rules.guarantorMode.sharePpm);
    return { share, lines: [{ code: 'guarantor-mode', sharePpm: share }] };
  }
  const lines: Line[] = [
    {
      code: 'band',
      principalFen: String(principal),
      upToFen: String(wan(band.upToWan)),
      sharePpm: band.sharePpm,
    },
  ];
  let summed = band.sharePpm;
  for (const addOn of rules.addOns) {
    const held = addOn.anyOf.filter((flag) => flags.includes(flag));
    if (held.length === 0) continue;
    summed += addOn.sharePpm;
    lines.push({ code: 'add-on', flags: held, sharePpm: addOn.sharePpm });
  }
  if (summed > rules.ceilingPpm)
    lines.push({ code: 'ceiling', summedPpm: summed, ceilingPpm: rules.ceilingPpm });
  return { share: ppm(Math.min(summed, rules.ceilingPpm)), lines };
}

/** A cause that an investigation found, with the determinations on file for it. */
export type ProvenCause = { readonly cause: LossCause; readonly determinations: readonly string[] };

export type CauseOutcome =
  | { readonly outcome: 'share'; readonly cause: LossCause; readonly share: Ppm }
  | { readonly outcome: 'negotiated' }
  | { readonly outcome: 'determination-missing'; readonly cause: LossCause; readonly requires: string };

/**
 * The pool's share of a loss when several causes may hold at once (domain.md edge case 12): a dominating cause (the
 * bank failed to act) decides alone; otherwise the highest share of the causes that are fully proven. A cause that
 * needs a determination does not count without it; nothing proven is left to negotiation.
 */
export function shareByCause(proven: readonly ProvenCause[], rules: ByCauseRules): CauseOutcome {
  const found = rules.causes.flatMap((rule) => {
    const cause = proven.find((p) => p.cause === rule.cause);
    return cause
      ? [{ rule, missing: rule.requires !== undefined && !cause.determinations.includes(rule.requires) }]
      : [];
  });
  const counted = found.filter((f) => !f.missing).map((f) => f.rule);
  const shared = counted
    .flatMap((rule) => (rule.sharePpm === null ? [] : [{ cause: rule.cause, share: ppm(rule.sharePpm) }]))
    .sort((a, b) => b.share - a.share);
  const dominating = counted.find((rule) => rule.dominates);
  if (dominating && dominating.sharePpm !== null)
    return { outcome: 'share', cause: dominating.cause, share: ppm(dominating.sharePpm) };
  const [highest] = shared;
  if (highest) return { outcome: 'share', ...highest };
  const lacking = found.find((f) => f.missing)?.rule;
  if (lacking?.requires)
    return { outcome: 'determination-missing', cause: lacking.cause, requires: lacking.requires };
  return { outcome: 'negotiated' };
}

/** What limits a payment besides the share; null where the scheme sets no such limit. */
export type LossFile = {
  /** Unpaid principal when the loss was determined. */
  readonly unpaidPrincipal: Fen;
  /** Net of costs, received before the payment. */
  readonly recovered: Fen;
  /** Paid or owed by guarantors, insurers and other pools. */
  readonly otherPayers: Fen;
  readonly borrowerCapLeft: Fen | null;
  readonly yearCapLeft: Fen | null;
  readonly poolLeft: Fen | null;
};

/**
 * What the pool pays on a loss (domain.md §2.6): the least of share × (unpaid principal − recoveries), the caps that
 * are left, what the pool holds, and the loss nobody else bears. Never below zero. The line names the bound that held.
 */
export function compensate(share: Ppm, file: LossFile): { amount: Fen; lines: Line[] } {
  const eligible = greatestFen(zeroFen, minus(file.unpaidPrincipal, file.recovered));
  const bounds = [
    ['share', shareOf(eligible, share)],
    ['borrower-cap', file.borrowerCapLeft],
    ['year-cap', file.yearCapLeft],
    ['pool', file.poolLeft],
    ['remaining-loss', minus(eligible, file.otherPayers)],
  ] as const;
  const set = bounds.flatMap(([bound, limit]) => (limit === null ? [] : [{ bound, limit }]));
  const least = leastFen(shareOf(eligible, share), ...set.map((b) => b.limit));
  const bound = set.find((b) => b.limit === least)?.bound ?? 'share';
  const amount = greatestFen(zeroFen, least);
  return { amount, lines: [{ code: 'paid-least', bound, amountFen: String(amount) }] };
}

/**
 * Whether a bank's fuse has blown for a year: losses paid *and held*, so that a batch cannot pass it by being paid
 * at once (edge case 5), above the rule's share of the year's enrolled principal.
 */
export function fuseBlown(
  year: { readonly lossPaidAndHeld: Fen; readonly recovered: Fen; readonly enrolled: Fen },
  rule: FuseRule,
): boolean {
  const loss = rule.basis === 'net' ? minus(year.lossPaidAndHeld, year.recovered) : year.lossPaidAndHeld;
  return loss * 1_000_000n > year.enrolled * BigInt(rule.sharePpm);
}
