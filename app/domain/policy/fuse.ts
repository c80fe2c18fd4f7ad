import { type Fen, fen, greatestFen, minus, zeroFen } from '~/domain/kernel/money.ts';
import type { FuseRule } from '~/domain/policy/compensation-rules.ts';

/**
 * What a fuse looks at in one year and one hand. Measure `loss`: losses paid and held against principal enrolled.
 * Measure `overdue`: overdue balance against the balance outstanding.
 */
export type FuseYear = { readonly lossPaidAndHeld: Fen; readonly recovered: Fen; readonly enrolled: Fen };

const counted = (year: FuseYear, rule: FuseRule): Fen =>
  rule.basis === 'net' ? minus(year.lossPaidAndHeld, year.recovered) : year.lossPaidAndHeld;

/**
 * Whether a fuse has blown (熔断, domain.md G5): losses paid *and held*, so that a batch cannot pass it by being paid at
 * once (edge case 5), above (or at, where the rule says "reaches") the rule's share of the year's enrolled principal.
 * Nothing enrolled and nothing lost blows no fuse.
 */
export function isFuseBlown(year: FuseYear, rule: FuseRule): boolean {
  const left = counted(year, rule) * 1_000_000n;
  const right = year.enrolled * BigInt(rule.sharePpm);
  return rule.trigger === 'reached' ? left >= right && left > 0n : left > right;
}

/** How much more loss the year bears without the fuse blowing; zero when it has blown. */
export function fuseRoom(year: FuseYear, rule: FuseRule): Fen {
  const product = year.enrolled * BigInt(rule.sharePpm);
  const most = rule.trigger === 'reached' ? (product - 1n) / 1_000_000n : product / 1_000_000n;
  return greatestFen(zeroFen, fen(most - counted(year, rule)));
}
