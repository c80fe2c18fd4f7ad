export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

export const isLocale = (text: string): text is Locale => (locales as readonly string[]).includes(text);

/** A sentence, or a function from the figures it quotes to a sentence. */
// biome-ignore lint/suspicious/noExplicitAny: the arguments of each sentence are its own
export type Wording = string | ((...args: any[]) => string);

/** One key in every language: a missing language does not compile. */
export type Entry = { readonly [L in Locale]: Wording };

export type TextTable = { readonly [key: string]: Entry };

type ArgsOf<E extends Entry> = E['zh-CN'] extends (...args: infer A) => string ? A : [];

/** The reader of one table in one language: `t('key', …figures)`. */
export type Translate<T extends TextTable> = <K extends keyof T & string>(
  key: K,
  ...args: ArgsOf<T[K]>
) => string;

/** Declares the sentences of a stage. Keys are `stage.what`; both languages take the same figures. */
export const defineText = <const T extends TextTable>(table: T): T => table;

/** The reader of a table for a language. */
export function translate<T extends TextTable>(table: T, locale: Locale): Translate<T> {
  return (key, ...args) => {
    const wording = table[key]?.[locale];
    if (wording === undefined) throw new Error(`no wording for ${key} in ${locale}`);
    return typeof wording === 'function' ? wording(...args) : wording;
  };
}

/** The language a browser or a stored choice asks for; Chinese when in doubt. */
export function chooseLocale(...wishes: (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    if (!wish) continue;
    if (/^zh/i.test(wish)) return 'zh-CN';
    if (/^en/i.test(wish)) return 'en';
  }
  return 'zh-CN';
}
