import type { ProductId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { compareEffort, type Effort } from '~/domain/product/effort.ts';
import type { Verdict } from '~/domain/product/predicate.ts';

/** What the published ranking rule looks at; nothing that a bank could pay for. */
export type Candidate = {
  readonly productId: ProductId;
  /** A published example, not a current offer on this platform. */
  readonly example: boolean;
  readonly verdict: Verdict;
  /** Conditions that fail, and the hardest of them; 0 and null when none fails. */
  readonly failing: number;
  readonly effort: Effort | null;
  /** Cost over the whole term in fen, net of an expected subsidy; null while the bank publishes no rate. */
  readonly netCost: Fen | null;
  /** Wishes of the need that the product meets, from `fitOf`. */
  readonly fit: number;
  /** Working days in which the bank usually decides, as measured; null while too few cases are known. */
  readonly decisionDays: number | null;
};

/** The steps of the ranking in order, each decides only where those before are equal; worded in `app/text/match.ts`. */
export const rankingSteps = [
  'verdict',
  'current-offer',
  'distance',
  'net-cost',
  'fit',
  'response',
  'stable-id',
] as const;
export type RankingStep = (typeof rankingSteps)[number];

const verdictOrder: { readonly [V in Verdict]: number } = { pass: 0, unknown: 1, fail: 2 };

const compareFen = (a: Fen, b: Fen): number => (a < b ? -1 : a > b ? 1 : 0);

function compareCost(a: Fen | null, b: Fen | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareFen(a, b);
}

function compareDays(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}

/** Nearer first: the hardest obstacle decides, then how many there are, then how large it is. */
function compareDistance(a: Candidate, b: Candidate): number {
  if (!a.effort || !b.effort) return 0;
  return a.effort.tier - b.effort.tier || a.failing - b.failing || compareEffort(a.effort, b.effort);
}

const comparisons: { readonly [S in RankingStep]: (a: Candidate, b: Candidate) => number } = {
  verdict: (a, b) => verdictOrder[a.verdict] - verdictOrder[b.verdict],
  'current-offer': (a, b) => Number(a.example) - Number(b.example),
  distance: compareDistance,
  'net-cost': (a, b) => compareCost(a.netCost, b.netCost),
  fit: (a, b) => b.fit - a.fit,
  response: (a, b) => compareDays(a.decisionDays, b.decisionDays),
  'stable-id': (a, b) => (a.productId < b.productId ? -1 : a.productId > b.productId ? 1 : 0),
};

/** Orders two products for one firm and one need. A total order: the same products always come in the same order. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  for (const step of rankingSteps) {
    const order = comparisons[step](a, b);
    if (order !== 0) return order;
  }
  return 0;
}

/** The published ranking of all products for one need (domain.md E10: no paid placement). */
export const rank = <C extends Candidate>(candidates: readonly C[]): C[] =>
  [...candidates].sort(compareCandidates);
