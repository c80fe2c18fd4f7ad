import type { CompensationOutcome } from '~/domain/policy/compensate.ts';
import { defineText, type Locale } from '~/text/define.ts';
import { showFen, showPpm } from '~/text/format.ts';
import { schemeWords, wordOf } from '~/text/policy-words.ts';

/** What becomes of a claim. */
export const outcomeWords: {
  readonly [O in CompensationOutcome]: { readonly [L in Locale]: string };
} = {
  paid: { 'zh-CN': '补偿', en: 'paid' },
  nothing: { 'zh-CN': '不补偿', en: 'nothing to pay' },
  'not-enrolled': { 'zh-CN': '未备案', en: 'not enrolled' },
  deferred: { 'zh-CN': '熔断暂缓', en: 'deferred by the fuse' },
  waiting: { 'zh-CN': '等待资金', en: 'waits for the pool' },
  negotiated: { 'zh-CN': '协商', en: 'negotiated' },
  'determination-missing': { 'zh-CN': '缺少认定', en: 'a determination is missing' },
  'share-not-published': { 'zh-CN': '比例未公布', en: 'share not published' },
};

const exampleText = defineText({
  blown: { 'zh-CN': '熔断', en: 'the fuse blows' },
  holds: { 'zh-CN': '不熔断', en: 'the fuse holds' },
  byHand: { 'zh-CN': '不能自动计算', en: 'not computed' },
});

type Outcome = {
  readonly blown?: boolean;
  readonly outcome?: CompensationOutcome;
  readonly sharePpm?: number | null;
  readonly amountFen?: string | null;
  readonly parts?: { readonly [payer: string]: string };
  readonly funding?: { readonly [payer: string]: string };
};

const parts = (split: { readonly [payer: string]: string }, locale: Locale): string[] =>
  Object.entries(split).map(
    ([payer, amount]) => `${wordOf(schemeWords, payer, locale)} ${showFen(amount, locale)}`,
  );

/** The outcome of a worked example in words: what is expected, or what was computed. */
export function wordExample(outcome: unknown, locale: Locale): string {
  const { blown, outcome: state, sharePpm, amountFen, parts: split, funding } = outcome as Outcome;
  if (blown !== undefined) return exampleText[blown ? 'blown' : 'holds'][locale];
  if (split) return parts(split, locale).join(locale === 'en' ? ', ' : '，');
  if (sharePpm === null || amountFen === null) return exampleText.byHand[locale];
  const words: string[] = [];
  if (state) words.push(outcomeWords[state][locale]);
  if (sharePpm !== undefined) words.push(showPpm(sharePpm, locale, sharePpm % 10_000 === 0 ? 0 : 2));
  if (amountFen !== undefined) words.push(showFen(amountFen, locale));
  if (funding && Object.keys(funding).length > 1)
    words.push(`(${parts(funding, locale).join(locale === 'en' ? ', ' : '，')})`);
  return words.join(' ');
}
