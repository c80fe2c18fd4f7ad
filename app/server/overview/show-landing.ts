import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { countLanding, countZones } from '~/server/overview/store-landing.ts';

/** The figures of the landing page, counted now: firms on record, banks, products, loans, products by zone. */
export const showLanding = () =>
  withActor(system('statistics'), async (tx) => ({
    figures: await countLanding(tx),
    zones: await countZones(tx),
  }));
