import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { type DecisionDays, type Match, matchShelf } from '~/domain/match/match.ts';
import { type Opening, openingsOf } from '~/domain/match/openings.ts';
import { type SubsidyRoom, subsidyRooms } from '~/domain/match/subsidy-room.ts';
import type { Need } from '~/domain/need/need.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { readDecisionDays } from '~/server/institution/store-response.ts';
import { borrowerOf, type LoadedApplicant, loadApplicant } from '~/server/match/load-applicant.ts';
import type { FirmRecord } from '~/server/match/store-firm.ts';
import { principalUnderSchemes } from '~/server/match/store-schemes.ts';
import { readSchemes } from '~/server/policy/read-schemes.ts';
import { type PricedProduct, withRates } from '~/server/product/product-view.ts';
import { publishedProducts } from '~/server/product/store.ts';
import { readLpr } from '~/server/product/store-lpr.ts';

export type MatchedNeed = LoadedApplicant & {
  readonly products: ReadonlyMap<string, PricedProduct>;
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
  const loaded = await loadApplicant(tx, enterpriseId, need);
  const lpr = await readLpr(tx, clock.today());
  const shelf = (await publishedProducts(tx)).map((product) => withRates(product, lpr));
  const subsidised = await subsidisedBy(tx, enterpriseId, loaded.record);
  const decisionDays = await readDecisionDays(tx);
  const matches = matchShelf(shelf, need, loaded.applicant, { lpr, subsidised, decisionDays });
  return {
    ...loaded,
    products: new Map(shelf.map((product) => [product.id, product])),
    matches,
    openings: openingsOf(shelf, matches, loaded.applicant),
    rooms: subsidyRooms(subsidised, need, loaded.applicant.today),
    decisionDays,
  };
}

async function subsidisedBy(tx: Tx, enterpriseId: EnterpriseId, record: FirmRecord) {
  const schemes = await readSchemes(tx);
  return {
    schemes,
    borrower: borrowerOf(record),
    capUsed: await principalUnderSchemes(tx, enterpriseId),
  };
}
