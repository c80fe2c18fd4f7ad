import type { SizeClass } from '~/domain/enterprise/size.ts';
import { evaluate, type Rule } from '~/domain/product/predicate.ts';

/** Who looks at the shelf: a company of a size, or a sole trader, who has none. */
export const audiences = ['sole-trader', 'micro', 'small', 'medium', 'large'] as const;
export type Audience = (typeof audiences)[number];

/** Whether a product's conditions leave a way in for such a firm, whatever the answers to everything else. */
export function couldSuit(rule: Rule, audience: Audience): boolean {
  const verdict = evaluate(rule, (atom) => {
    if (atom.kind === 'firm-kind')
      return atom.in.includes(audience === 'sole-trader' ? 'sole-trader' : 'company') ? 'pass' : 'fail';
    if (atom.kind !== 'size' || audience === 'sole-trader') return 'unknown';
    return atom.in.includes(audience satisfies SizeClass) ? 'pass' : 'fail';
  });
  return verdict !== 'fail';
}
