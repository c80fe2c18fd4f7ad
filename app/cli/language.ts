import { chooseLocale, type Locale } from '~/text/define.ts';

/** The language of messages: `--lang`, then the system's; the neutral locale `C` speaks English by convention. */
export function chooseLanguage(wish?: string): Locale {
  const system = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG;
  return chooseLocale(wish, system?.replace(/^(C|POSIX)\b.*/, 'en'));
}
