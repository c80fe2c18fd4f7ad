import type { Standard, StandardName } from '~/domain/application/standards.ts';
import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/**
 * A firm on its way to the recommended list (申报清单 → 推荐清单, domain.md row E5). `nominated`: a department, the platform or
 * the firm itself put it forward. `agreed`: the firm named its need and agreed to be known to banks. `listed`: somebody
 * else reviewed it and banks read it. `refused` by the review, `declined` by the firm, which may do so until it is listed.
 */
export const recommendationStates = ['nominated', 'agreed', 'listed', 'refused', 'declined'] as const;
export type RecommendationState = (typeof recommendationStates)[number];

export type Recommendation = {
  readonly state: RecommendationState;
  readonly nominatedBy: string;
  readonly agreedBy: string | null;
};

export type RecommendationRefusal =
  | { readonly code: 'need.nominated-already' }
  | { readonly code: 'need.nomination-not-found' }
  | { readonly code: 'need.nomination-over' }
  | { readonly code: 'need.not-agreed-yet' }
  | { readonly code: 'need.own-nomination' }
  | { readonly code: 'need.standard-failed'; readonly standards: readonly StandardName[] }
  | { readonly code: 'need.standard-open'; readonly standards: readonly StandardName[] };

const named = (standards: readonly Standard[], verdict: Standard['verdict']): StandardName[] =>
  standards.filter((each) => each.verdict === verdict).map(({ standard }) => standard);

/** A firm may be put forward unless records show that it misses a standard: unknown is for the review. */
export function mayNominate(standards: readonly Standard[]): Result<null, RecommendationRefusal> {
  const failed = named(standards, 'failed');
  return failed.length > 0 ? refuse({ code: 'need.standard-failed', standards: failed }) : accept(null);
}

/** Whether the firm may answer: it does so while nobody has reviewed it. */
export const mayAnswerNomination = ({ state }: Recommendation): Result<null, RecommendationRefusal> =>
  state === 'nominated' || state === 'agreed' ? accept(null) : refuse({ code: 'need.nomination-over' });

/** The review: by somebody who neither nominated nor agreed, and never before the firm has agreed. */
export function mayReview(
  { state, nominatedBy, agreedBy }: Recommendation,
  userId: string,
): Result<null, RecommendationRefusal> {
  if (state === 'nominated') return refuse({ code: 'need.not-agreed-yet' });
  if (state !== 'agreed') return refuse({ code: 'need.nomination-over' });
  return userId === nominatedBy || userId === agreedBy
    ? refuse({ code: 'need.own-nomination' })
    : accept(null);
}

/** Listed once every standard is met by records, or vouched for where records leave it open; nobody vouches against records. */
export function mayList(
  standards: readonly Standard[],
  vouched: readonly StandardName[],
): Result<readonly StandardName[], RecommendationRefusal> {
  const may = mayNominate(standards);
  if (!may.ok) return may;
  const open = named(standards, 'unknown');
  const missing = open.filter((each) => !vouched.includes(each));
  return missing.length > 0 ? refuse({ code: 'need.standard-open', standards: missing }) : accept(open);
}

export type RecommendedRules = {
  /** Months in which a bank gives its answer in principle to a recommended firm that it took up. */
  readonly answerMonths: number;
  /** Calendar days for which a firm stands on the list. */
  readonly openDays: number;
};

/** The last day for the answer in principle to a firm taken up on a day. */
export const principleDeadline = (
  takenOn: Day,
  { answerMonths }: Pick<RecommendedRules, 'answerMonths'>,
): Day => addMonths(takenOn, answerMonths);

/** The last day on the list of a firm listed on a day. */
export const listedUntil = (from: Day, { openDays }: RecommendedRules): Day => addDays(from, openDays);
