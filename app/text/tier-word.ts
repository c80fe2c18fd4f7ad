import { type Locale, translate } from '~/text/define.ts';
import { loanText } from '~/text/loan.ts';

const tiers = ['normal', 'special-mention', 'substandard', 'doubtful', 'loss'] as const;

/** The five-tier class (五级分类) as people call it. */
export function tierWord(tier: string, locale: Locale): string {
  const known = tiers.find((each) => each === tier);
  return known ? translate(loanText, locale)(`tier.${known}`) : tier;
}
