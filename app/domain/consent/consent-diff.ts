import { canonicalJson } from '~/domain/kernel/hash.ts';
import { type ConsentTerms, details } from './artefact.ts';

/** What changes for the firm from one consent to its renewal. */
export type ConsentDiff = {
  readonly addedItems: readonly string[];
  readonly removedItems: readonly string[];
  /** Names of the other terms that differ. */
  readonly changed: readonly (keyof ConsentTerms)[];
};

const compared = [
  'recipient',
  'purpose',
  'detail',
  'mode',
  'fetchType',
  'dataFrom',
  'dataTo',
  'validFrom',
  'validTo',
  'readsPerDay',
  'retentionDays',
  'returnDirection',
] as const satisfies readonly (keyof ConsentTerms)[];

const textOf = (value: ConsentTerms[(typeof compared)[number]]): string =>
  value instanceof Date ? value.toISOString() : canonicalJson(value);

/** The difference between two consents: a renewal never edits the old one, it is shown against it. */
export function diffConsents(before: ConsentTerms, after: ConsentTerms): ConsentDiff {
  return {
    addedItems: after.items.filter((code) => !before.items.includes(code)),
    removedItems: before.items.filter((code) => !after.items.includes(code)),
    changed: compared.filter((term) => textOf(before[term]) !== textOf(after[term])),
  };
}

/**
 * Whether a renewal leaves out something that the recipient may have taken under the old consent: an item, a depth, or that
 * it keeps a copy. The span of the records moves along with time in every renewal and does not count.
 */
export const coversLess = (before: ConsentTerms, after: ConsentTerms): boolean =>
  diffConsents(before, after).removedItems.length > 0 ||
  details.indexOf(after.detail) < details.indexOf(before.detail) ||
  (before.mode === 'store' && after.mode !== 'store');
