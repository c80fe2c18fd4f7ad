import { addDays, dayOfMonth, startOf } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { countLanding, countZones } from '~/server/overview/store-landing.ts';

const monthBegan = () => addDays(clock.today(), 1 - dayOfMonth(clock.today()));

/** The figures of the landing page, counted now: firms on record, banks, products, products by zone; loans as they stood when the month began. */
export const showLanding = () =>
  withActor(system('statistics'), async (tx) => ({
    figures: await countLanding(tx, startOf(monthBegan())),
    zones: await countZones(tx),
  }));
