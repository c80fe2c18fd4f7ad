import type { Day } from '~/domain/kernel/day.ts';
import type { CompensationRules } from '~/domain/policy/compensation-rules.ts';
import type { Example } from '~/domain/policy/example.ts';
import type { SubsidyRules } from '~/domain/policy/subsidy-rules.ts';

/** What every version of a piece of policy data says of itself, whatever its body. */
type Version = {
  readonly code: string;
  readonly version: number;
  /** `CN` or the GB/T 2260 code of the division that made it. */
  readonly jurisdiction: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly legalBasis: string;
  readonly legalBasisEn: string;
  readonly validFrom: Day;
  /** The last day in force; null while no end is set. */
  readonly validTo: Day | null;
  readonly examples: readonly Example[];
  /** Paths in the body that were not confirmed in a source that was read. */
  readonly unverified: readonly string[];
};

export type CompensationScheme = Version & {
  readonly kind: 'compensation';
  readonly body: CompensationRules;
};

export type SubsidyScheme = Version & { readonly kind: 'subsidy'; readonly body: SubsidyRules };

/** One effective-dated scheme as it is stored, in plain JSON values: amounts in whole 万元, rates in ppm. */
export type Scheme = CompensationScheme | SubsidyScheme;

/**
 * The version of one scheme to go by on a day: the one in force; after the end of all that began, the last of them
 * (从旧: what a pool holds is still handled by it); before any has begun, the first to come.
 */
export function versionFor<S extends Scheme>(versions: readonly S[], on: Day): S | undefined {
  const byBegin = versions.toSorted(
    (a, b) => Number(a.validFrom > b.validFrom) - Number(a.validFrom < b.validFrom) || a.version - b.version,
  );
  const [inForce] = schemesInForce(versions, on);
  const begun = byBegin.findLast(({ validFrom }) => validFrom <= on);
  return byBegin.find((version) => version === inForce) ?? begun ?? byBegin[0];
}

/** The versions in force on a day: of one code the latest that covers it. */
export function schemesInForce(schemes: readonly Scheme[], on: Day): Scheme[] {
  const latest = new Map<string, Scheme>();
  for (const scheme of schemes) {
    if (scheme.validFrom > on || (scheme.validTo !== null && scheme.validTo < on)) continue;
    const known = latest.get(scheme.code);
    if (!known || known.version < scheme.version) latest.set(scheme.code, scheme);
  }
  return [...latest.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
