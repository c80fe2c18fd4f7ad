import type { Locale } from '~/text/define.ts';
import type { RuleNames } from '~/text/product-rule.ts';
import { useLocale } from '~/ui/text.ts';

/** Names of the regions and industries that conditions mention, in every language there is. */
export type CodeNames = {
  readonly region: { readonly [code: string]: string };
  readonly industry: { readonly [code: string]: { readonly zh: string; readonly en: string | null } };
};

const inLocale = ({ region, industry }: CodeNames, locale: Locale): RuleNames => ({
  region,
  industry: Object.fromEntries(
    Object.entries(industry).map(([code, { zh, en }]) => [code, locale === 'en' ? (en ?? zh) : zh]),
  ),
});

/** The names in the page's language; an industry below the sections has a Chinese name only. */
export function useRuleNames(names: CodeNames): RuleNames {
  return inLocale(names, useLocale());
}
