import seed, { seedReference } from '#prisma/seed/seed.ts';
import type { Template } from '#tests/database.ts';

/** What every installation holds: divisions, industries, catalogue, policy, providers. */
export const referenceTemplate: Template = { name: 'reference', fill: seedReference };

/** The demo province as `npm start` shows it at first: institutions, accounts, products, firms, scenarios. */
export const demoTemplate: Template = {
  name: 'demo',
  fill: (urls) => seed(urls, { progress: () => ({ tick: () => undefined, done: () => undefined }) }),
};
