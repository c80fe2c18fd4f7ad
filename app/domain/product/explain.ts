import type { Applicant } from '~/domain/product/applicant.ts';
import { type Distance, distanceTo } from '~/domain/product/distance.ts';
import { type Judgement, judge } from '~/domain/product/judge.ts';
import { type Atom, allOf, anyOf, negate, type Rule, type Verdict } from '~/domain/product/predicate.ts';

/** One question with its answer; `negated` when the tree asks for the opposite. */
export type AtomExplanation = {
  readonly kind: 'atom';
  readonly atom: Atom;
  readonly negated: boolean;
  readonly verdict: Verdict;
  readonly found: Judgement['found'];
  /** How far a failing firm is from qualifying. */
  readonly distance: Distance | null;
  /** What would resolve an unknown. */
  readonly missing: Judgement['missing'];
};

export type Explanation =
  | AtomExplanation
  | { readonly kind: 'all' | 'any'; readonly verdict: Verdict; readonly parts: readonly Explanation[] };

/**
 * Answers every question of a tree, none skipped, so that each shows pass, fail or unknown with what would change it.
 * A negation is carried down to its questions (De Morgan), so that every line reads without brackets.
 */
export function explain(rule: Rule, applicant: Applicant, negated = false): Explanation {
  if (rule.kind === 'not') return explain(rule.rule, applicant, !negated);
  if (rule.kind === 'all' || rule.kind === 'any') {
    const parts = rule.rules.map((r) => explain(r, applicant, negated));
    const kind = (rule.kind === 'all') === negated ? 'any' : 'all';
    const verdicts = parts.map((p) => p.verdict);
    return { kind, verdict: kind === 'all' ? allOf(verdicts) : anyOf(verdicts), parts };
  }
  return explainAtom(rule, applicant, negated);
}

function explainAtom(atom: Atom, applicant: Applicant, negated: boolean): AtomExplanation {
  const { verdict: plain, found, missing } = judge(atom, applicant);
  const verdict = negated ? negate(plain) : plain;
  const distance = verdict === 'fail' ? distanceTo(atom, applicant, negated) : null;
  return { kind: 'atom', atom, negated, verdict, found, distance, missing };
}

/** The conditions of a product as a person reads them: the members of the outermost "all", nested ones opened. */
export function conditionsOf(explanation: Explanation): readonly Explanation[] {
  return explanation.kind === 'all' ? explanation.parts.flatMap(conditionsOf) : [explanation];
}
