import { type Basis, basisIn } from '~/text/legal-basis.ts';
import { useLocale } from '~/ui/text.ts';

export type { Basis } from '~/text/legal-basis.ts';

/** Words a legal basis in the reader's language. */
export function useBasis(): (basis: Basis) => string {
  const locale = useLocale();
  return (basis) => basisIn(basis, locale);
}
