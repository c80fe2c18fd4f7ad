import { useLocale } from '~/ui/text.ts';

/** A name in both languages of the platform. */
export type Named = { readonly zh: string; readonly en: string };

/** Reads names in the page's language. */
export function useNamed(): (name: Named) => string {
  const locale = useLocale();
  return (name) => (locale === 'en' ? name.en : name.zh);
}
