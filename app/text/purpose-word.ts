import { consentText } from '~/text/consent.ts';
import { type Locale, translate } from '~/text/define.ts';

const purposes = ['evaluation', 'pre-loan', 'in-loan', 'post-loan', 'renewal'] as const;

/** A purpose of the log in words; one that no consent knows stands as it was written. */
export function purposeWord(purpose: string, locale: Locale): string {
  const known = purposes.find((each) => each === purpose);
  return known ? translate(consentText, locale)(`consent.purpose.${known}`) : purpose;
}
