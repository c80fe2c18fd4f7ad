export type RegionLevel = 'province' | 'prefecture' | 'county';

/** An administrative division of GB/T 2260, current or abolished. */
export type Region = {
  readonly code: string;
  readonly level: RegionLevel;
  readonly parentCode: string | null;
  readonly nameZh: string;
  readonly current: boolean;
  /** Where an abolished division went; several when it was split. */
  readonly successorCodes: readonly string[];
};

export type RegionLookup = (code: string) => Region | null;

/** From the province down to the division itself; empty when the code is unknown. */
export function regionPath(code: string, lookup: RegionLookup): Region[] {
  const path: Region[] = [];
  for (let at = lookup(code); at; at = at.parentCode === null ? null : lookup(at.parentCode))
    path.unshift(at);
  return path;
}

/** Whether a division is one of the listed ones or lies within one of them; an abolished one counts by its own parents. */
export const withinRegions = (code: string, listed: readonly string[], lookup: RegionLookup): boolean =>
  regionPath(code, lookup).some((region) => listed.includes(region.code));

/**
 * The divisions that today cover an abolished one, following mergers and splits; a current one is itself.
 * An unknown code or one whose successors are unknown gives none.
 */
export function currentRegions(code: string, lookup: RegionLookup): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const open = [code];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const region = seen.has(next) ? null : lookup(next);
    seen.add(next);
    if (region?.current) found.add(region.code);
    else if (region) open.push(...region.successorCodes);
  }
  return [...found].sort();
}
