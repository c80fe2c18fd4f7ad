import { type Fen, wan } from '~/domain/kernel/money.ts';
import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import type {
  AddOn,
  ByCauseRules,
  BySizeRules,
  CompensationRules,
  FlatRules,
  LossCause,
} from '~/domain/policy/compensation-rules.ts';
import type { Line } from '~/domain/policy/line.ts';
import type { LoanFlag } from '~/domain/policy/loan-facts.ts';

export type Share = { readonly share: Ppm; readonly lines: readonly Line[] };

/** Who claims on a loan: its guarantor when it has one and the scheme knows that mode, else its bank (domain.md G4). */
export const modeOf = (rules: CompensationRules, flags: readonly LoanFlag[]): 'bank' | 'guarantor' =>
  rules.form !== 'by-cause' && rules.guarantorMode && flags.includes('guaranteed') ? 'guarantor' : 'bank';

/** Add-ons once each, at most the ceiling. */
function withAddOns(
  base: number,
  flags: readonly LoanFlag[],
  rules: { readonly addOns: readonly AddOn[]; readonly ceilingPpm: number },
): Share {
  const lines: Line[] = [];
  let summed = base;
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

const guarantorShare = (rules: BySizeRules | FlatRules): Share => {
  const share = ppm(rules.guarantorMode?.sharePpm ?? 0);
  return { share, lines: [{ code: 'guarantor-mode', sharePpm: share }] };
};

/**
 * The pool's share of a loan by its size and marks (domain.md G3, §2.6): the band's share, add-ons once each, at most
 * the ceiling. A guaranteed loan takes the guarantor's share instead. Null above the largest band.
 */
export function shareBySize(principal: Fen, flags: readonly LoanFlag[], rules: BySizeRules): Share | null {
  const band = rules.bands.find((b) => principal <= wan(b.upToWan));
  if (!band) return null;
  if (modeOf(rules, flags) === 'guarantor') return guarantorShare(rules);
  const { share, lines } = withAddOns(band.sharePpm, flags, rules);
  const head: Line = {
    code: 'band',
    principalFen: String(principal),
    upToFen: String(wan(band.upToWan)),
    sharePpm: band.sharePpm,
  };
  return { share, lines: [head, ...lines] };
}

/** The pool's share under one share for all sizes, with add-ons; null while the share is not known from a source. */
export function shareFlat(flags: readonly LoanFlag[], rules: FlatRules): Share | null {
  if (modeOf(rules, flags) === 'guarantor') return guarantorShare(rules);
  if (rules.sharePpm === null) return null;
  const { share, lines } = withAddOns(rules.sharePpm, flags, rules);
  return { share, lines: [{ code: 'flat-share', sharePpm: rules.sharePpm }, ...lines] };
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

/** What the year's cap leaves for a mode in its scheme; null where no cap is set. */
export function yearCapOf(rules: CompensationRules, mode: 'bank' | 'guarantor'): Fen | null {
  const cap =
    mode === 'guarantor' && rules.form !== 'by-cause' ? rules.guarantorMode?.yearCapWan : rules.yearCapWan;
  return cap === null || cap === undefined ? null : wan(cap);
}

/** The fuse that watches a mode; null where the scheme sets none. */
export const fuseOf = (rules: CompensationRules, mode: 'bank' | 'guarantor') =>
  mode === 'guarantor' && rules.form !== 'by-cause' ? (rules.guarantorMode?.fuse ?? null) : rules.fuse;

/** The largest principal that a scheme compensates at all; null without a limit. */
export function largestPrincipal(rules: CompensationRules): Fen | null {
  if (rules.form === 'by-size') return wan(Math.max(0, ...rules.bands.map((band) => band.upToWan)));
  return rules.form === 'by-cause' ? wan(rules.loanWan.max) : null;
}
