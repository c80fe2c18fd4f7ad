import { all, any, type Rule } from '~/domain/product/predicate.ts';

/** The conditions of a product as lines that all have to be met; a line may be a choice between alternatives. */
export const conditionsFor = (rule: Rule): readonly Rule[] => (rule.kind === 'all' ? rule.rules : [rule]);

const joined = (lines: readonly Rule[]): Rule => all(...lines);

/** Adds a line at the end. */
export const addCondition = (rule: Rule, line: Rule): Rule => joined([...conditionsFor(rule), line]);

/** Puts another line in the place of one; a place that is not there leaves everything as it is. */
export const changeCondition = (rule: Rule, place: number, line: Rule): Rule =>
  joined(conditionsFor(rule).map((held, at) => (at === place ? line : held)));

/** Takes a line away. */
export const removeCondition = (rule: Rule, place: number): Rule =>
  joined(conditionsFor(rule).filter((_, at) => at !== place));

/** Makes a new question another way to meet a line: "A" becomes "A or B". */
export function addAlternative(rule: Rule, place: number, other: Rule): Rule {
  const line = conditionsFor(rule)[place];
  if (!line) return rule;
  const ways = line.kind === 'any' ? line.rules : [line];
  return changeCondition(rule, place, any(...ways, other));
}
