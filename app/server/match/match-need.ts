import { type DecisionDays, type Match, matchShelf } from '~/domain/match/match.ts';
import { type Opening, openingsOf } from '~/domain/match/openings.ts';
import { type SubsidyRoom, subsidyRooms } from '~/domain/match/subsidy-room.ts';
import type { Need } from '~/domain/need/need.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { applicantOf, borrowerOf, type LoadedApplicant } from '~/server/match/load-applicant.ts';
import { readMarket } from '~/server/match/read-market.ts';
import { readKnown } from '~/server/match/store-known.ts';
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

/**
 * A need of one firm against the whole shelf, on what is known now: facts and consents of this moment, the latest score
 * sheet, today's rates and schemes. It stores nothing and asks nobody: a match is no credit enquiry (domain.md B8).
 */
export async function matchNeed(tx: Tx, need: Need): Promise<MatchedNeed> {
  const { enterpriseId } = need;
  const known = await readKnown(tx, enterpriseId, clock.now());
  const market = await readMarket(tx, clock.today(), known.publicVersion);
  const loaded = await applicantOf(tx, need, known, market);
  const { shelf, products, lpr, decisionDays, names } = market;
  const subsidised = {
    schemes: market.schemes,
    borrower: borrowerOf(loaded.record),
    capUsed: await principalUnderSchemes(tx, enterpriseId),
  };
  const matches = matchShelf(shelf, need, loaded.applicant, { lpr, subsidised, decisionDays });
  return {
    ...loaded,
    products,
    names,
    matches,
    openings: openingsOf(shelf, matches, loaded.applicant),
    rooms: subsidyRooms(subsidised, need, loaded.applicant.today),
    decisionDays,
  };
}
