import { canonicalJson } from '~/domain/kernel/hash.ts';
import type { ProductBody } from '~/domain/product/body.ts';
import { type ComparedTerm, comparedTerms } from '~/domain/product/compared-terms.ts';
import { conditionsFor } from '~/domain/product/conditions.ts';
import type { Rule } from '~/domain/product/predicate.ts';

/** What a version changes: terms by name, and lines of conditions that came or went. */
export type ProductDiff = {
  readonly terms: readonly ComparedTerm[];
  readonly added: readonly Rule[];
  readonly removed: readonly Rule[];
};

export function diffProducts(before: ProductBody, after: ProductBody): ProductDiff {
  const terms = comparedTerms.filter((term) => canonicalJson(before[term]) !== canonicalJson(after[term]));
  const [old, now] = [conditionsFor(before.eligibility), conditionsFor(after.eligibility)];
  return { terms, added: without(now, old), removed: without(old, now) };
}

const without = (lines: readonly Rule[], others: readonly Rule[]): Rule[] => {
  const held = new Set(others.map((line) => canonicalJson(line)));
  return lines.filter((line) => !held.has(canonicalJson(line)));
};
