import { createContext, useContext } from 'react';
import { type Locale, type TextTable, type Translate, translate } from '~/text/define.ts';

export const LocaleContext = createContext<Locale>('zh-CN');

/** The language of the page being read. */
export const useLocale = (): Locale => useContext(LocaleContext);

/** The reader of a stage's sentences in the page's language: `const t = useText(scoreText)`. */
export const useText = <T extends TextTable>(table: T): Translate<T> => translate(table, useLocale());

/** The name of a thing that has one in both languages: `const name = useNamed(); name(item.name)`. */
export function useNamed(): (named: { readonly zh: string; readonly en: string | null }) => string {
  const locale = useLocale();
  return ({ zh, en }) => (locale === 'en' ? (en ?? zh) : zh);
}
