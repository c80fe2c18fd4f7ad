import type { MetaFunction } from '@remix-run/node';
import { type Locale, type TextTable, type Translate, translate } from '~/text/define.ts';
import { shellText } from '~/text/shell.ts';

type RootMatch = { readonly id: string; readonly data?: unknown };

const localeOf = (matches: readonly RootMatch[]): Locale =>
  (matches.find((match) => match.id === 'root')?.data as { locale?: Locale } | undefined)?.locale ?? 'zh-CN';

/** The title of the browser's tab in the page's language: `export const meta = pageTitle(scoreText, 'score.title')`. */
export const pageTitle =
  <T extends TextTable, K extends keyof T & string>(
    table: T,
    key: K,
    ...figures: Parameters<Translate<T>> extends [unknown, ...infer A] ? A : []
  ): MetaFunction =>
  ({ matches }) => {
    const locale = localeOf(matches);
    const page = (translate(table, locale) as (key: string, ...args: unknown[]) => string)(key, ...figures);
    return [{ title: translate(shellText, locale)('app.title', page) }];
  };
