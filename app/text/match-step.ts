import type { Day } from '~/domain/kernel/day.ts';
import type { Step } from '~/domain/match/openings.ts';
import { defineText, type Locale, translate } from '~/text/define.ts';
import { showDay, showFen } from '~/text/format.ts';
import { collateralWords } from '~/text/product-words.ts';

const text = defineText({
  'step.consent': { 'zh-CN': '授权完整信用评价', en: 'Consent to the full evaluation' },
  'step.declare': { 'zh-CN': '填写企业规模数据', en: 'State the size figures of your firm' },
  'step.amount': { 'zh-CN': (to: string) => `把金额改为 ${to}`, en: (to: string) => `Ask for ${to}` },
  'step.term': {
    'zh-CN': (months: number) => `把期限改为 ${months} 个月`,
    en: (months: number) => `Choose a term of ${months} ${months === 1 ? 'month' : 'months'}`,
  },
  'step.pledge': {
    'zh-CN': (what: string) => `提供担保：${what}`,
    en: (what: string) => `Offer security: ${what}`,
  },
  'step.wait': {
    'zh-CN': (day: string, days: number) => `等到 ${day}（${days} 天后）`,
    en: (day: string, days: number) => `Wait until ${day} (${days} days)`,
  },
});

/** A step that would open more products, as one sentence. */
export function wordStep(step: Step, locale: Locale): string {
  const t = translate(text, locale);
  switch (step.kind) {
    case 'amount':
      return t('step.amount', showFen(step.toFen, locale, 'short'));
    case 'term':
      return t('step.term', step.toMonths);
    case 'pledge':
      return t('step.pledge', collateralWords[step.collateral][locale]);
    case 'wait':
      return t('step.wait', showDay(step.until as Day, locale), step.days);
    default:
      return t(`step.${step.kind}`);
  }
}
