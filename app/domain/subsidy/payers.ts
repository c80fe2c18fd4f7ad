import type { SubsidyRules } from '~/domain/policy/subsidy-rules.ts';

/** Levels of government in the order in which pages name them; a payer of another name comes after them. */
const levels = ['central', 'province', 'region', 'city', 'district', 'treasury'];

const placeOf = (payer: string): string => {
  const at = levels.indexOf(payer);
  return `${at < 0 ? levels.length : at} ${payer}`;
};

/** Who funds subsidies: every payer that some scheme names in its funding split, and `others`, each once. */
export function payersOf(
  rules: readonly Pick<SubsidyRules, 'funding'>[],
  others: readonly string[] = [],
): string[] {
  const named = rules.flatMap(({ funding }) => funding.map(({ payer }) => payer));
  return [...new Set([...named, ...others])].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}
