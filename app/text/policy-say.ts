import type { Locale } from '~/text/define.ts';
import { showDay, showFen, showPpm } from '~/text/format.ts';
import type { PolicyNames } from '~/text/policy-line.ts';

/** One paragraph of a scheme told in plain words. */
export type Paragraph = { readonly term: string; readonly lines: readonly string[] };

/** How figures of a scheme are written in one language. */
export type Say = {
  readonly zh: boolean;
  readonly wan: (amount: number) => string;
  readonly ppm: (rate: number) => string;
  readonly day: (day: string) => string;
  readonly list: (words: readonly string[]) => string;
  readonly locale: Locale;
  readonly names: PolicyNames;
};

/** The way to write figures in a language. */
export const sayIn = (locale: Locale, names: PolicyNames): Say => ({
  zh: locale === 'zh-CN',
  wan: (amount) => showFen(`${amount}000000`, locale, 'short'),
  ppm: (rate) => showPpm(rate, locale, rate % 10_000 === 0 ? 0 : 2),
  day: (on) => showDay(on, locale),
  list: (words) => words.join(locale === 'en' ? ', ' : '、'),
  locale,
  names,
});
