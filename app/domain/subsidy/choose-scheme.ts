import { type Ppm, ppm } from '~/domain/kernel/rate.ts';

type Candidate = { readonly code: string; readonly level: 'central' | 'local'; readonly points: Ppm };
export type Chosen<C> = { readonly scheme: C; readonly otherPoints: Ppm };

/**
 * Which schemes pay on one money, and what room each leaves the next: local ones first in the order of their codes, then
 * one central scheme — the one that pays already, else the first of `central` order — within the contract rate. `elsewhere` is what others
 * already pay on it beyond the platform.
 */
export function chooseSchemes<C extends Candidate>(
  candidates: readonly C[],
  payingCentral: string | null,
  elsewhere: Ppm = ppm(0),
): Chosen<C>[] {
  const byCode = candidates.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const local = byCode.filter((each) => each.level === 'local');
  const central = byCode.filter((each) => each.level === 'central');
  const one =
    central.find((each) => each.code === payingCentral) ?? (payingCentral === null ? central[0] : undefined);
  let used: number = elsewhere;
  return [...local, ...(one ? [one] : [])].map((scheme) => {
    const chosen = { scheme, otherPoints: ppm(used) };
    used += scheme.points;
    return chosen;
  });
}
