import type { Verdict } from '~/domain/product/predicate.ts';

/** The part of a GB/T 2260 code that says something: `640000` names a province only, so `64`. */
export const regionStem = (code: string): string => code.replace(/(00){1,2}$/, '');

/**
 * Whether a hierarchical code lies under one of the prefixes. A code that is coarser than a prefix (the province where
 * a county is asked for) leaves it unknown.
 */
export function underPrefix(code: string, prefixes: readonly string[]): Verdict {
  if (prefixes.some((p) => code.startsWith(p))) return 'pass';
  return prefixes.some((p) => p.startsWith(code)) ? 'unknown' : 'fail';
}
