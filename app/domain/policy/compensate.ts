import { type Fen, fen, greatestFen, leastFen, minus, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, ppm, shareOf } from '~/domain/kernel/rate.ts';
import {
  modeOf,
  type ProvenCause,
  shareByCause,
  shareBySize,
  shareFlat,
} from '~/domain/policy/compensation.ts';
import type { CompensationRules } from '~/domain/policy/compensation-rules.ts';
import type { Bound, Line } from '~/domain/policy/line.ts';
import type { LoanFlag } from '~/domain/policy/loan-facts.ts';
import type { CompensationScheme } from '~/domain/policy/scheme.ts';

/** One loss as it was determined, in fen. */
export type ClaimFacts = {
  /** Principal of the loan when it was disbursed: the band goes by it. */
  readonly principal: Fen;
  readonly flags: readonly LoanFlag[];
  /** Unpaid principal when the loss was determined; interest is not compensated. */
  readonly unpaidPrincipal: Fen;
  /** Net of costs, received before the payment. */
  readonly recovered: Fen;
  /** Paid or owed by guarantors, insurers and other pools. */
  readonly otherPayers: Fen;
  /** What the investigation proved; asked for by schemes that pay by cause. */
  readonly causes: readonly ProvenCause[];
  readonly enrolled: boolean;
};

/** What is left for this claim when its turn comes, holds counted as paid; null where the scheme sets no such limit. */
export type Room = {
  readonly borrowerCapLeft: Fen | null;
  readonly yearCapLeft: Fen | null;
  readonly poolLeft: Fen | null;
  readonly fuseBlown: boolean;
};

/** Why a claim gets what it gets; only `paid` carries money. */
export type CompensationOutcome =
  | 'paid'
  | 'nothing'
  | 'not-enrolled'
  | 'deferred'
  | 'waiting'
  | 'negotiated'
  | 'determination-missing'
  | 'share-not-published';

export type Compensation = {
  readonly outcome: CompensationOutcome;
  readonly mode: 'bank' | 'guarantor';
  /** Null while nobody can say it. */
  readonly share: Ppm | null;
  readonly eligibleLoss: Fen;
  readonly amount: Fen;
  /** The limit that set the amount; null when nothing is computed. */
  readonly bound: Bound | null;
  readonly lines: readonly Line[];
};

type Found =
  | { readonly share: Ppm; readonly lines: readonly Line[] }
  | { readonly share: null; readonly outcome: CompensationOutcome; readonly lines: readonly Line[] };

/** The share that the scheme gives this claim, or why nobody can say it. */
function shareFor(rules: CompensationRules, claim: ClaimFacts): Found {
  if (rules.form === 'by-size')
    return (
      shareBySize(claim.principal, claim.flags, rules) ?? {
        share: ppm(0),
        lines: [{ code: 'above-bands', principalFen: String(claim.principal) }],
      }
    );
  if (rules.form === 'flat')
    return (
      shareFlat(claim.flags, rules) ?? {
        share: null,
        outcome: 'share-not-published',
        lines: [{ code: 'share-not-published' }],
      }
    );
  const found = shareByCause(claim.causes, rules);
  if (found.outcome === 'share')
    return {
      share: found.share,
      lines: [
        { code: 'cause', cause: found.cause, sharePpm: found.share, others: othersOf(claim, found.cause) },
      ],
    };
  const line: Line =
    found.outcome === 'negotiated'
      ? { code: 'negotiated' }
      : { code: 'determination-missing', cause: found.cause, requires: found.requires };
  return { share: null, outcome: found.outcome, lines: [line] };
}

const othersOf = (claim: ClaimFacts, cause: string): string[] =>
  claim.causes.map((proven) => proven.cause).filter((other) => other !== cause);

/** The limits of a payment in the order in which they are told; one that the scheme does not set is left out. */
function limitsOf(rules: CompensationRules, claim: ClaimFacts, room: Room, eligible: Fen) {
  const together = shareOf(eligible, ppm(rules.togetherPpm));
  const limits = [
    ['borrower-cap', room.borrowerCapLeft],
    ['year-cap', room.yearCapLeft],
    ['remaining-loss', greatestFen(zeroFen, minus(together, claim.otherPayers))],
    ['pool', room.poolLeft],
  ] as const;
  return limits.flatMap(([bound, limit]) => (limit === null ? [] : [{ bound, limit }]));
}

/**
 * What a pool pays on one loss (domain.md §2.6, edge cases 5, 12, 13): the least of share × eligible loss, what the caps
 * leave, the loss that nobody else bears, and what the pool holds. Every limit writes its line, so the amount explains
 * itself. Never below zero, and with `otherPayers` never above the eligible loss. The share is rounded half up once.
 */
export function compensate(
  scheme: Pick<CompensationScheme, 'body'>,
  claim: ClaimFacts,
  room: Room,
): Compensation {
  const rules = scheme.body;
  const mode = modeOf(rules, claim.flags);
  const eligibleLoss = greatestFen(zeroFen, minus(claim.unpaidPrincipal, claim.recovered));
  const found = shareFor(rules, claim);
  const answer = (outcome: CompensationOutcome, lines: readonly Line[]): Compensation => ({
    outcome,
    mode,
    share: found.share,
    eligibleLoss,
    amount: zeroFen,
    bound: null,
    lines,
  });
  if (rules.enrolmentRequired && !claim.enrolled) return answer('not-enrolled', [{ code: 'not-enrolled' }]);
  if (room.fuseBlown) return answer('deferred', [{ code: 'fuse-blown' }]);
  if (found.share === null) return answer(found.outcome, found.lines);
  const { steps, amount, bound, asked } = reduce(rules, claim, room, eligibleLoss, found.share);
  const lines = [lossLine(claim, eligibleLoss), ...found.lines, ...steps];
  if (bound === 'pool' && rules.straddling === 'wait')
    return answer('waiting', [
      ...lines,
      { code: 'waits', askedFen: String(asked), poolFen: String(room.poolLeft) },
    ]);
  const paid: Line = { code: 'paid-least', bound, amountFen: String(amount) };
  const outcome = amount === 0n ? 'nothing' : 'paid';
  return { ...answer(outcome, [...lines, paid]), amount, bound };
}

const lossLine = (claim: ClaimFacts, eligible: Fen): Line => ({
  code: 'eligible-loss',
  unpaidFen: String(claim.unpaidPrincipal),
  recoveredFen: String(claim.recovered),
  eligibleFen: String(eligible),
});

function reduce(rules: CompensationRules, claim: ClaimFacts, room: Room, eligible: Fen, share: Ppm) {
  let amount = shareOf(eligible, share);
  let bound: Bound = 'share';
  let asked = amount;
  const steps: Line[] = [
    { code: 'share-of-loss', eligibleFen: String(eligible), sharePpm: share, amountFen: String(amount) },
  ];
  for (const { bound: name, limit } of limitsOf(rules, claim, room, eligible)) {
    if (name === 'pool') asked = amount;
    const less = fen(leastFen(amount, greatestFen(zeroFen, limit)));
    const told = { limitFen: String(limit), beforeFen: String(amount), afterFen: String(less) };
    steps.push({ code: less < amount ? 'limited' : 'within', bound: name, ...told });
    if (less < amount) bound = name;
    amount = less;
  }
  return { steps, amount, bound, asked };
}
