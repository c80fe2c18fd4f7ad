import { yields } from '~/domain/catalogue/ceiling.ts';
import { freshnessOf } from '~/domain/catalogue/freshness.ts';
import type { Item } from '~/domain/catalogue/item.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';

/** What the catalogue says of an item, as far as features ask. */
export type ItemProfile = Pick<
  Item,
  | 'code'
  | 'sensitivity'
  | 'ceiling'
  | 'period'
  | 'freshDays'
  | 'retentionYears'
  | 'retentionStart'
  | 'quantity'
>;

export type ItemProfiles = ReadonlyMap<string, ItemProfile>;

/** Consent items that the firm opened to its evaluation, and the span of records that it opened (数据期间). */
export type EvaluationConsent = {
  readonly items: ReadonlySet<string>;
  readonly dataFrom: Day | null;
  readonly dataTo: Day | null;
};

/** When each item was last supplied for the firms of one population; an item that is not in it never was. */
export type Supplies = ReadonlyMap<string, Day>;

/** What one evaluation may look at, and from which day. Without a consent it sees public items only. */
export type Scope = {
  readonly asOf: Day;
  readonly supplies: Supplies;
  readonly consent: EvaluationConsent | null;
};

/**
 * A supply is stale after its fresh days and expires so many days later: stale data still count and are marked
 * (domain.md row D5; the days are ours).
 */
export const graceDays = 90;

/**
 * `open` and `stale` items may be used. Of a `held` item the supply has expired: its events happened and still count,
 * but that there is none can no longer be said. A periodic measure whose supply has `expired` is as good as none.
 */
export type Standing = 'open' | 'stale' | 'held' | 'expired' | 'not-consented' | 'not-supplied';

export const isUsable = (standing: Standing): boolean => isCurrent(standing) || standing === 'held';

/** Whether the supply is recent enough to say that there is no record. */
export const isCurrent = (standing: Standing): boolean => standing === 'open' || standing === 'stale';

/**
 * Whether an evaluation may use an item. Verify-only and personal items never open: the first travel only as answers,
 * the second need the person's own consent (domain.md row B6). What is only stored counts for nothing.
 */
export function standingOf(item: ItemProfile | undefined, scope: Scope): Standing {
  if (!item) return 'not-supplied';
  const consented = item.sensitivity === 'consent' && scope.consent?.items.has(item.code);
  if (item.sensitivity !== 'public' && !consented) return 'not-consented';
  if (!yields(item, 'score')) return 'not-consented';
  const suppliedOn = scope.supplies.get(item.code);
  if (suppliedOn === undefined) return 'not-supplied';
  if (addDays(suppliedOn, item.freshDays + graceDays) < scope.asOf)
    return item.period === 'event' ? 'held' : 'expired';
  return freshnessOf(item, suppliedOn, scope.asOf) === 'stale' ? 'stale' : 'open';
}
