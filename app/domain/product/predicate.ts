import type { Atom, Rule } from './predicate-schema.ts';

export type { Atom, AtomOf, Rule } from './predicate-schema.ts';

export type Verdict = 'pass' | 'fail' | 'unknown';

export const all = (...rules: Rule[]): Rule => ({ kind: 'all', rules });
export const any = (...rules: Rule[]): Rule => ({ kind: 'any', rules });
export const not = (rule: Rule): Rule => ({ kind: 'not', rule });

export const negate = (verdict: Verdict): Verdict =>
  verdict === 'unknown' ? 'unknown' : verdict === 'pass' ? 'fail' : 'pass';

/** Kleene's "and": one fail decides, then one unknown; nothing to meet passes. */
export const allOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes('fail') ? 'fail' : verdicts.includes('unknown') ? 'unknown' : 'pass';

/** Kleene's "or": one pass decides, then one unknown; no way in fails. */
export const anyOf = (verdicts: readonly Verdict[]): Verdict => negate(allOf(verdicts.map(negate)));

/** Every atom of the tree, in reading order. */
export function atomsOf(rule: Rule): Atom[] {
  if (rule.kind === 'all' || rule.kind === 'any') return rule.rules.flatMap(atomsOf);
  return rule.kind === 'not' ? atomsOf(rule.rule) : [rule];
}

/** The verdict of a tree for given answers to its questions (Kleene's three-valued logic). */
export function evaluate(rule: Rule, answer: (atom: Atom) => Verdict): Verdict {
  if (rule.kind === 'not') return negate(evaluate(rule.rule, answer));
  if (rule.kind !== 'all' && rule.kind !== 'any') return answer(rule);
  const verdicts = rule.rules.map((part) => evaluate(part, answer));
  return rule.kind === 'all' ? allOf(verdicts) : anyOf(verdicts);
}
