import type { Need } from '~/domain/need/need.ts';
import type { NeedInputs } from '~/server/match/match-need.ts';
import type { SharedMarket } from '~/server/match/read-market.ts';

/** What was made of a market goes with it: a changed product, scheme or rate, or another day, is another market. */
const kept = new WeakMap<SharedMarket, Map<string, unknown>>();

/** Views kept of one market, some tens of kilobytes each; the one longest unasked makes room. */
const mostKept = 200;

/**
 * What is made of a need and its inputs, and kept for as long as these are the same. They are read anew each time, so
 * that whatever changes for the firm (a consent, a sheet, a declaration, a loan) is in the very next answer.
 */
export function keptView<T>(need: Need, inputs: NeedInputs, view: string, make: () => T): T {
  const own = kept.get(inputs.market) ?? new Map<string, unknown>();
  kept.set(inputs.market, own);
  const key = keyOf(need, inputs, view);
  const value = own.has(key) ? (own.get(key) as T) : make();
  own.delete(key); // the newest stands last
  own.set(key, value);
  if (own.size > mostKept) own.delete(own.keys().next().value ?? '');
  return value;
}

/** All that the match reads beside the market; a stored sheet never changes, and stands by its number. */
const keyOf = (need: Need, { known, loaded, capUsed }: NeedInputs, view: string): string =>
  JSON.stringify(
    [
      view,
      need,
      known.consentId,
      known.granted,
      known.sheet?.id ?? null,
      loaded.record,
      capUsed,
      loaded.applicant.today,
    ],
    (_, value: unknown) =>
      typeof value === 'bigint' ? `${value}n` : value instanceof Set ? [...value] : value,
  );
