import type { z } from 'zod';
import { canonicalJson } from '~/domain/kernel/hash.ts';
import type { Atom, Rule } from '~/domain/product/predicate.ts';
import { ruleSchema } from '~/domain/product/predicate-schema.ts';

/** A question, or with `negated` its opposite. */
export type Literal = { readonly atom: Atom; readonly negated: boolean };

/** One way in: the firm qualifies when every literal passes. An empty clause always passes. */
export type Clause = readonly Literal[];

/** Ways in that one product may have; `eligibilitySchema` refuses a rule that branches further. */
export const mostClauses = 4_096;

/** The name of a literal: equal for equal questions, whoever asks them. */
export const literalKey = ({ atom, negated }: Literal): string =>
  `${negated ? 'not ' : ''}${canonicalJson(atom)}`;

/**
 * A rule as a disjunction of clauses; no clause at all always fails. Kleene's verdicts form a distributive lattice with
 * De Morgan's laws, so the greatest of the least literals is the verdict of the tree, unknowns included. Null when the
 * rule has more than `mostClauses` ways in.
 */
export function clausesOf(rule: Rule, negated = false): readonly Clause[] | null {
  if (rule.kind === 'not') return clausesOf(rule.rule, !negated);
  if (rule.kind !== 'all' && rule.kind !== 'any') return [[{ atom: rule, negated }]];
  const parts: (readonly Clause[])[] = [];
  for (const part of rule.rules) {
    const clauses = clausesOf(part, negated);
    if (clauses === null) return null;
    parts.push(clauses);
  }
  return (rule.kind === 'all') !== negated ? productOf(parts) : sumOf(parts);
}

function sumOf(parts: readonly (readonly Clause[])[]): readonly Clause[] | null {
  const clauses = parts.flat();
  return clauses.length > mostClauses ? null : clauses;
}

function productOf(parts: readonly (readonly Clause[])[]): readonly Clause[] | null {
  let clauses: readonly Clause[] = [[]];
  for (const part of parts) {
    if (clauses.length * part.length > mostClauses) return null;
    clauses = clauses.flatMap((before) => part.map((after) => [...before, ...after]));
  }
  return clauses;
}

/** A product's own conditions as they are stored: a tree with few enough ways in to be indexed. */
export const eligibilitySchema: z.ZodType<Rule> = ruleSchema.refine((rule) => clausesOf(rule) !== null);
