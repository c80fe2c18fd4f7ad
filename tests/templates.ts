import { seedInstitutions } from '#prisma/seed/institutions.ts';
import { seedDemoProducts } from '#prisma/seed/products.ts';
import seed, { seedReference } from '#prisma/seed/seed.ts';
import type { Template } from '#tests/database.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** What every installation holds: divisions, industries, catalogue, policy, providers. */
export const referenceTemplate: Template = { name: 'reference', fill: seedReference };

/** The reference data with the demo banks and the whole shelf: 24 offers and 50 examples, and no firm. */
export const shelfTemplate: Template = {
  name: 'shelf',
  fill: async (urls) => {
    await seedReference(urls);
    await withActor(system('seed'), async (tx) => {
      await seedInstitutions(tx, clock.today());
      await seedDemoProducts(tx, clock.now());
    });
  },
};

/** The demo province as `npm start` shows it at first: institutions, accounts, products, firms, scenarios. */
export const demoTemplate: Template = {
  name: 'demo',
  fill: (urls) => seed(urls, { progress: () => ({ tick: () => undefined, done: () => undefined }) }),
};
