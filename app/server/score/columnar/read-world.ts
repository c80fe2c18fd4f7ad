import { dayAt } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readSupplies } from '~/server/feature/store.ts';
import type { RunWorld } from '~/server/score/columnar/run-world.ts';
import { currentCard } from '~/server/score/store.ts';
import { activeEvaluations } from '~/server/score/store-province.ts';

/** Everything that a run needs to know beside the facts, as it was at an instant. */
export async function readWorld(reader: BatchTx, knownAt: Date): Promise<RunWorld> {
  const asOf = dayAt(knownAt);
  const [consents, rest] = await Promise.all([
    activeEvaluations(reader, knownAt),
    withActor(system('score.province'), async (tx) => ({
      card: await currentCard(tx),
      catalogue: await readCatalogue(tx, asOf),
      supplies: await readSupplies(tx, knownAt),
    })),
  ]);
  return { ...rest, consents, asOf, knownAt };
}
