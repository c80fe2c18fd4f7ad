import { type DecisionDays, type Match, matchShelf } from '~/domain/match/match.ts';
import { type Opening, openingsOf } from '~/domain/match/openings.ts';
import { type SubsidyRoom, subsidyRooms } from '~/domain/match/subsidy-room.ts';
import type { Need } from '~/domain/need/need.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { applicantOf, borrowerOf, type LoadedApplicant } from '~/server/match/load-applicant.ts';
import { readMarket, type SharedMarket } from '~/server/match/read-market.ts';
import { type KnownFirm, readKnown } from '~/server/match/store-known.ts';
import { principalUnderSchemes } from '~/server/match/store-schemes.ts';
import type { PricedProduct } from '~/server/product/product-view.ts';
import type { AllNames } from '~/server/product/store-names.ts';

export type MatchedNeed = LoadedApplicant & {
  readonly products: ReadonlyMap<string, PricedProduct>;
  /** Regions and industries by their codes. */
  readonly names: AllNames;
  /** Ranked by the published rule. */
  readonly matches: readonly Match[];
  readonly openings: readonly Opening[];
  /** What the firm may still have subsidised, scheme by scheme. */
  readonly rooms: readonly SubsidyRoom[];
  readonly decisionDays: DecisionDays;
};

/** Everything that the match of a need is made of, as it is now. */
export type NeedInputs = {
  readonly known: KnownFirm;
  readonly market: SharedMarket;
  readonly loaded: LoadedApplicant;
  /** Principal out under each scheme. */
  readonly capUsed: Awaited<ReturnType<typeof principalUnderSchemes>>;
};

export async function readForNeed(tx: Tx, need: Need): Promise<NeedInputs> {
  const { enterpriseId } = need;
  const known = await readKnown(tx, enterpriseId, clock.now());
  const market = await readMarket(tx, clock.today(), known.publicVersion);
  const loaded = await applicantOf(tx, need, known, market);
  return { known, market, loaded, capUsed: await principalUnderSchemes(tx, enterpriseId) };
}

/** The match of a need: the same inputs give the same match. */
export function matchOf(need: Need, { market, loaded, capUsed }: NeedInputs): MatchedNeed {
  const { shelf, products, lpr, decisionDays, names } = market;
  const subsidised = { schemes: market.schemes, borrower: borrowerOf(loaded.record), capUsed };
  const matches = matchShelf(shelf, need, loaded.applicant, { lpr, subsidised, decisionDays });
  return {
    ...loaded,
    products,
    names,
    matches,
    openings: openingsOf(shelf, loaded.applicant),
    rooms: subsidyRooms(subsidised, need, loaded.applicant.today),
    decisionDays,
  };
}

/**
 * A need of one firm against the whole shelf, on what is known now: facts and consents of this moment, the latest score
 * sheet, today's rates and schemes. It stores nothing and asks nobody: a match is no credit enquiry (domain.md B8).
 */
export const matchNeed = async (tx: Tx, need: Need): Promise<MatchedNeed> =>
  matchOf(need, await readForNeed(tx, need));
