/**
 * The settings of the index at Meilisearch. Finding goes by filters over pieces that we cut ourselves, not by the engine's
 * word segmentation: so any run of Chinese characters is found, and both drivers find the same. A change here makes the
 * next worker that starts build the index anew.
 */
export const indexSettings = {
  displayedAttributes: ['id', 'kind', 'version'],
  searchableAttributes: ['id'],
  filterableAttributes: ['kind', 'facets', 'heads', 'titleGrams', 'grams'],
  sortableAttributes: ['titleLength', 'id'],
  rankingRules: ['sort'],
  typoTolerance: { enabled: false },
  pagination: { maxTotalHits: 100_000 },
} as const;

/** A rebuild fills a draft beside the live index and swaps the two. */
export const draftIndex = (live: string, stamp: string): string => `${live}_${stamp}`;
export const isDraft = (live: string, uid: string): boolean => uid.startsWith(`${live}_`);

/** Whether an index has the settings above; others, which we leave at their defaults, do not matter. */
export function hasOurSettings(settings: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(indexSettings).every(([name, wanted]) => {
    const found = settings[name];
    if (Array.isArray(wanted)) return Array.isArray(found) && same(wanted, found);
    return Object.entries(wanted).every(
      ([key, value]) => (found as Record<string, unknown> | undefined)?.[key] === value,
    );
  });
}

/** The engine answers some lists sorted. */
const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());
