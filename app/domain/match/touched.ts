import { buildIndex, codesOf } from '~/domain/match/bitmap-index.ts';
import { waysInto } from '~/domain/match/match-lists.ts';
import { openVerdicts } from '~/domain/match/verdicts.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import type { Product } from '~/domain/product/product.ts';
import { verdictCodes } from '~/domain/product/verdict-code.ts';

/** A product before and after a change; null where it was not on the shelf or is no longer. */
export type ProductChange = { readonly before: Product | null; readonly after: Product | null };

/**
 * Which firms a changed product touches: those to which it was or is open. Nobody else's list can differ, for a list
 * holds no product that fails and counts none.
 */
export function openTouched({ before, after }: ProductChange): (applicant: Applicant) => boolean {
  const versions = [before, after].filter((version) => version !== null);
  const index = buildIndex(versions.map(waysInto));
  const answer = openVerdicts(index);
  const verdicts = new Uint8Array(versions.length);
  return (applicant) => {
    answer(
      codesOf(index, (attribute) => attribute.read(applicant)),
      verdicts,
    );
    return verdicts.some((verdict) => verdict !== verdictCodes.fail);
  };
}
