import { addMonths, dayAt, startOf } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type ConsentItem, type ConsentTerms, isPersonal } from './artefact.ts';

/** Longest life of a consent in months; renewal is a new artefact (domain.md row B7). */
export const longestMonths = 12;

/** Longest retention a recipient may ask for, in days: the five years of 征信条例 16. */
export const longestRetentionDays = 1_827;

export type DraftRefusal =
  | { readonly code: 'consent.no-items' }
  | { readonly code: 'consent.unknown-items'; readonly items: readonly string[] }
  | { readonly code: 'consent.personal-items'; readonly items: readonly string[] }
  | { readonly code: 'consent.too-long'; readonly maxMonths: number }
  | { readonly code: 'consent.empty-period' }
  | { readonly code: 'consent.wrong-recipient' }
  | { readonly code: 'consent.not-periodic' }
  | { readonly code: 'consent.retention'; readonly maxDays: number }
  | { readonly code: 'consent.no-reads' };

/** The latest end a consent that starts now may have: midnight after the same day twelve months on. */
export const latestEnd = (from: Date): Date => startOf(addMonths(dayAt(from), longestMonths));

/**
 * Whether these terms may be signed by an enterprise: only listed items, none on natural persons, at most twelve
 * months, the evaluation for the platform alone, monitoring as a periodic consent of its own (domain.md §2.4).
 */
export function draftConsent(
  terms: ConsentTerms,
  catalogue: readonly ConsentItem[],
): Result<ConsentTerms, DraftRefusal> {
  return checkItems(terms, catalogue) ?? checkTime(terms) ?? checkUseOf(terms) ?? accept(terms);
}

function checkItems(terms: ConsentTerms, catalogue: readonly ConsentItem[]) {
  const listed = new Map(catalogue.map((item) => [item.code, item]));
  if (terms.items.length === 0) return refuse({ code: 'consent.no-items' } as const);
  const unknown = terms.items.filter((code) => !listed.has(code));
  if (unknown.length > 0) return refuse({ code: 'consent.unknown-items', items: unknown } as const);
  const personal = terms.items.filter((code) => isPersonal(listed.get(code) as ConsentItem));
  return personal.length > 0 ? refuse({ code: 'consent.personal-items', items: personal } as const) : null;
}

function checkTime(terms: ConsentTerms) {
  if (terms.validTo <= terms.validFrom) return refuse({ code: 'consent.empty-period' } as const);
  if (terms.dataFrom && terms.dataTo && terms.dataTo < terms.dataFrom)
    return refuse({ code: 'consent.empty-period' } as const);
  if (terms.validTo > latestEnd(terms.validFrom))
    return refuse({ code: 'consent.too-long', maxMonths: longestMonths } as const);
  const kept = terms.retentionDays;
  if (!Number.isInteger(kept) || kept < 1 || kept > longestRetentionDays)
    return refuse({ code: 'consent.retention', maxDays: longestRetentionDays } as const);
  return null;
}

function checkUseOf(terms: ConsentTerms) {
  const forPlatform = terms.recipient.kind === 'platform';
  if (forPlatform !== (terms.purpose === 'evaluation'))
    return refuse({ code: 'consent.wrong-recipient' } as const);
  if (terms.purpose === 'post-loan' && terms.fetchType !== 'periodic')
    return refuse({ code: 'consent.not-periodic' } as const);
  if (!Number.isInteger(terms.readsPerDay) || terms.readsPerDay < 1)
    return refuse({ code: 'consent.no-reads' } as const);
  return null;
}
