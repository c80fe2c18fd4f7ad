import { basisIn } from '~/text/legal-basis.ts';
import { useLocale } from '~/ui/text.ts';

/** Words a legal basis in the reader's language. */
export function useBasis(): (basis: string) => string {
  const locale = useLocale();
  return (basis) => basisIn(basis, locale);
}
