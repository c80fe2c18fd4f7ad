import { z } from 'zod';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Thresholds } from './month.ts';

const count = z.int().min(0);

/** What a challenger must have shown before it may become champion: the policy `card-promotion`. */
export const promotionRuleSchema = z.object({
  leastShadowDays: count,
  leastShadowFirms: count,
  /** A rule card is set by judgement and says no risk: it may go without a back-test while too few loans can be judged. */
  ruleCardWithoutLoans: z.boolean(),
});
export type PromotionRule = z.output<typeof promotionRuleSchema>;

/** A ranking of outcomes that the platform itself measured: on own loans, or on the test rows of a study or a training. */
export type BackTest = {
  readonly source: 'loans' | 'study' | 'training';
  readonly aucPpm: number;
  readonly ksPpm: number;
};

export type ShadowRecord = {
  readonly kind: 'rule' | 'statistical';
  /** Whole days since it became a challenger. */
  readonly days: number;
  /** Firms with stored points. */
  readonly firms: number;
  readonly backTest: BackTest | null;
  /** A bank brought it for its own applicants: it may run beside, and never judge those of other banks. */
  readonly isBrought: boolean;
};

export type Gate = {
  readonly code: 'days' | 'firms' | 'back-test' | 'owner';
  readonly isMet: boolean;
};

export type PromotionRefusal =
  | { readonly code: 'modelling.card-of-bank' }
  | { readonly code: 'modelling.shadow-too-short'; readonly days: number; readonly least: number }
  | { readonly code: 'modelling.shadow-too-few'; readonly firms: number; readonly least: number }
  | { readonly code: 'modelling.back-test-missing' }
  | { readonly code: 'modelling.back-test-poor'; readonly aucPpm: number; readonly leastPpm: number };

type Limits = Pick<Thresholds, 'aucActPpm'>;

/** What stands between a challenger and its promotion, gate by gate. */
export function promotionGates(record: ShadowRecord, rule: PromotionRule, limits: Limits): Gate[] {
  return [
    { code: 'days', isMet: record.days >= rule.leastShadowDays },
    { code: 'firms', isMet: record.firms >= rule.leastShadowFirms },
    { code: 'back-test', isMet: backTestRefusal(record, rule, limits) === null },
    ...(record.isBrought ? [{ code: 'owner', isMet: false } as const] : []),
  ];
}

/** Whether a challenger may become champion: long enough in the shadow, over enough firms, with a back-test that holds. */
export function admitChampion(
  record: ShadowRecord,
  rule: PromotionRule,
  limits: Limits,
): Result<null, PromotionRefusal> {
  const { days, firms, isBrought } = record;
  if (isBrought) return refuse({ code: 'modelling.card-of-bank' });
  if (days < rule.leastShadowDays)
    return refuse({ code: 'modelling.shadow-too-short', days, least: rule.leastShadowDays });
  if (firms < rule.leastShadowFirms)
    return refuse({ code: 'modelling.shadow-too-few', firms, least: rule.leastShadowFirms });
  const poor = backTestRefusal(record, rule, limits);
  return poor ? refuse(poor) : accept(null);
}

function backTestRefusal(
  { kind, backTest }: ShadowRecord,
  { ruleCardWithoutLoans }: PromotionRule,
  { aucActPpm }: Limits,
): PromotionRefusal | null {
  if (!backTest)
    return kind === 'rule' && ruleCardWithoutLoans ? null : { code: 'modelling.back-test-missing' };
  return backTest.aucPpm < aucActPpm
    ? { code: 'modelling.back-test-poor', aucPpm: backTest.aucPpm, leastPpm: aucActPpm }
    : null;
}

/** A card's time in the shadow, day by day, and what its promotion still lacks. */
export type ShadowShown = {
  readonly since: string;
  readonly days: readonly {
    readonly day: string;
    readonly against: string;
    readonly firms: number;
    readonly agreeing: number;
    readonly higher: number;
    readonly lower: number;
  }[];
  /** Of a challenger. */
  readonly promotion: {
    readonly gates: readonly Gate[];
    readonly days: number;
    readonly leastDays: number;
    readonly firms: number;
    readonly leastFirms: number;
    readonly backTest: BackTest | null;
    readonly leastAucPpm: number;
  } | null;
};
