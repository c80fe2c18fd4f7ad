import { type Lens, openLens } from '~/domain/feature/compute.ts';
import { featureDefinition } from '~/domain/feature/definitions.ts';
import type { Population } from '~/domain/feature/population.ts';
import { dayAt } from '~/domain/kernel/day.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import { system } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { segmentFolder } from '~/server/feature/segments/manifest.ts';
import { loadSegments, type Segments } from '~/server/feature/segments/open-segments.ts';
import { readSupplies } from '~/server/feature/store.ts';
import { type Plan, planRun, type RunWorld } from '~/server/score/columnar/run-world.ts';
import type { ThreadPool } from '~/server/score/columnar/thread-pool.ts';
import { currentCard } from '~/server/score/store.ts';

export const population = 'bench' as Population;

/** What a run knows, with every item of the catalogue open, so that all features are computed for every firm. */
export function openWorld(): Promise<RunWorld> {
  const knownAt = clock.now();
  const asOf = dayAt(knownAt);
  return withActor(system('bench'), async (tx) => {
    const catalogue = await readCatalogue(tx, asOf);
    const open = [...catalogue].map(
      ([code, item]) => [code, { ...item, sensitivity: 'public' as const }] as const,
    );
    const supplies = await readSupplies(tx, knownAt);
    return {
      card: await currentCard(tx),
      catalogue: new Map(open),
      supplies,
      consents: new Map(),
      asOf,
      knownAt,
    };
  });
}

export const lensOf = ({ card, catalogue, supplies, asOf }: RunWorld): Lens =>
  openLens(cardFeatures(card).map(featureDefinition), catalogue, {
    asOf,
    supplies: supplies.get(population) ?? new Map(),
    consent: null,
  });

/** All features and scores of the first firms of the table, or of all. */
export async function runAll(
  world: RunWorld,
  segments: Segments,
  pool: ThreadPool,
  firms?: number,
): Promise<Plan> {
  const chosen = Uint32Array.from({ length: firms ?? segments.table.firms.size }, (_, firm) => firm);
  const plan = planRun(world, segments, chosen);
  await pool.run(plan.task);
  return plan;
}

/** The segments as a process that just began reads them. */
export function fromDisk({ manifest }: Segments): Segments {
  const loaded = loadSegments(segmentFolder(manifest.database), manifest);
  if (!loaded) throw new Error('the segments on the disk are not whole');
  return loaded;
}
