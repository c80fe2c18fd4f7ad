import { seedCatalogue } from '#prisma/seed/catalogue.ts';
import { seedDemoPeople } from '#prisma/seed/demo-people.ts';
import { seedInstitutions, seedProviders } from '#prisma/seed/institutions.ts';
import { seedOffices } from '#prisma/seed/offices.ts';
import { seedPolicy } from '#prisma/seed/policy.ts';
import { seedPools } from '#prisma/seed/pools.ts';
import { seedDemoProducts, seedProductExamples } from '#prisma/seed/products.ts';
import { seedQualityRules } from '#prisma/seed/quality.ts';
import { seedReferenceTables } from '#prisma/seed/reference.ts';
import { seedAssessmentReports } from '#prisma/seed/scenarios/assessments.ts';
import { seedBankers } from '#prisma/seed/scenarios/bankers.ts';
import { seedCatalogueDesk } from '#prisma/seed/scenarios/catalogue-desk.ts';
import { seedConflicts } from '#prisma/seed/scenarios/conflicts.ts';
import { seedModelling } from '#prisma/seed/scenarios/modelling.ts';
import { seedOpenUpload } from '#prisma/seed/scenarios/open-upload.ts';
import { seedPolicyDesk } from '#prisma/seed/scenarios/policy-desk.ts';
import { seedProductDesk } from '#prisma/seed/scenarios/product-desk.ts';
import { seedReports } from '#prisma/seed/scenarios/reports.ts';
import { seedReturns } from '#prisma/seed/scenarios/returns.ts';
import { seedScenarios } from '#prisma/seed/scenarios/scenarios.ts';
import { seedSignalDesk } from '#prisma/seed/scenarios/signal-desk.ts';
import { seedWebhooks } from '#prisma/seed/scenarios/webhooks.ts';
import { seedScorecard } from '#prisma/seed/score.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { useDatabase } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { checkQuality } from '~/server/record/check-quality.ts';
import { makeDispatches } from '~/server/record/make-dispatches.ts';

export type SeedUrls = { readonly appUrl: string; readonly batchUrl: string };
export type SeedProgress = (label: string, total: number) => { tick(n?: number): void; done(): void };
type Options = { readonly progress: SeedProgress };

/** What every database holds, demo or not: divisions, industries, LPR, providers, catalogue, policy, product examples. Repeating it adds nothing. */
export async function seedReference(urls: SeedUrls): Promise<void> {
  await useDatabase(urls.appUrl);
  await withActor(system('seed'), async (tx) => {
    await seedReferenceTables(tx);
    await seedProviders(tx, clock.today());
    await seedCatalogue(tx);
    await seedQualityRules(tx);
    await seedPolicy(tx, clock.now());
    await seedScorecard(tx);
    await seedProductExamples(tx, clock.now());
  });
}

/** The demo province of the first start: institutions, people, products, 2,000 firms with records, scenarios. */
export default async function seed(urls: SeedUrls, options: Options): Promise<void> {
  await seedReference(urls);
  const bar = options.progress('demo', 1);
  await withActor(system('seed'), async (tx) => {
    await seedInstitutions(tx, clock.today());
    await seedDemoPeople(tx);
    await seedBankers(tx);
    await seedDemoProducts(tx, clock.now());
    await seedPools(tx, clock.today());
    await seedOffices(tx, clock.now());
  });
  bar.tick();
  bar.done();
  process.env.DATABASE_BATCH_URL = urls.batchUrl;
  await seedScenarios(urls, options.progress);
  await useDatabase(urls.appUrl);
  await seedPolicyDesk();
  await seedSignalDesk(urls);
  await seedCatalogueDesk();
  await seedConflicts();
  await seedOpenUpload();
  await withActor(system('seed.quality'), checkQuality, { timeout: 120_000 });
  await withActor(system('seed.dispatch'), (tx) => makeDispatches(tx, clock.today()), { timeout: 120_000 });
  await seedProductDesk();
  await seedReturns();
  await seedReports();
  await seedModelling();
  await seedWebhooks();
  await seedAssessmentReports();
}
