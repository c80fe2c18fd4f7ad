import type { Atom, Rule } from '~/domain/product/predicate.ts';

/** A tree as a person reads it: negations carried down to the questions (De Morgan), nested "all" and "any" opened. */
export type Readable =
  | { readonly kind: 'atom'; readonly atom: Atom; readonly negated: boolean }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Readable[] };

export function readable(rule: Rule, negated = false): Readable {
  if (rule.kind === 'not') return readable(rule.rule, !negated);
  if (rule.kind !== 'all' && rule.kind !== 'any') return { kind: 'atom', atom: rule, negated };
  const kind = (rule.kind === 'all') === negated ? 'any' : 'all';
  const parts = rule.rules.map((part) => readable(part, negated));
  return { kind, parts: parts.flatMap((part) => (part.kind === kind ? part.parts : [part])) };
}
