import { featureDefinitions } from '~/domain/feature/definitions.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { type DecisionDays, type Shelf, shelfOf } from '~/domain/match/match.ts';
import type { Scheme } from '~/domain/policy/scheme.ts';
import type { Lpr } from '~/domain/product/rate-rule.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { keptFor } from '~/server/db/kept.ts';
import { readDecisionDays } from '~/server/institution/store-response.ts';
import { readSchemes } from '~/server/policy/read-schemes.ts';
import { type PricedProduct, withRates } from '~/server/product/product-view.ts';
import { publishedProducts } from '~/server/product/store.ts';
import { readLpr } from '~/server/product/store-lpr.ts';
import { type AllNames, readAllNames } from '~/server/product/store-names.ts';

/** What every firm is matched against on a day: the shelf with its rates, the schemes, response times, names of codes. */
export type SharedMarket = {
  readonly shelf: Shelf<PricedProduct>;
  readonly products: ReadonlyMap<string, PricedProduct>;
  readonly lpr: Lpr;
  readonly schemes: Scheme[];
  readonly decisionDays: DecisionDays;
  /** Features by the items behind a consent that they read; those of public items alone are absent. */
  readonly consentItems: ReadonlyMap<string, readonly string[]>;
  readonly names: AllNames;
};

/** The market of a day, kept between requests for as long as nothing of it changes. */
export const readMarket = (tx: Tx, today: Day, version: string): Promise<SharedMarket> =>
  keptFor(tx, 'market', `${today} ${version}`, (own) => loadMarket(own, today));

async function loadMarket(tx: Tx, today: Day): Promise<SharedMarket> {
  const lpr = await readLpr(tx, today);
  const shelf = (await publishedProducts(tx)).map((product) => withRates(product, lpr));
  const catalogue = await readCatalogue(tx, today);
  const needsConsent = (item: string) => catalogue.get(item)?.sensitivity === 'consent';
  return {
    shelf: shelfOf(shelf),
    products: new Map(shelf.map((product) => [product.id, product])),
    lpr,
    schemes: await readSchemes(tx),
    decisionDays: await readDecisionDays(tx),
    consentItems: new Map(
      featureDefinitions.flatMap(({ code, items }) => {
        const closed = items.filter(needsConsent);
        return closed.length > 0 ? [[code, closed] as const] : [];
      }),
    ),
    names: await readAllNames(tx),
  };
}
