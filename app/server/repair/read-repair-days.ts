import type { FeatureFact } from '~/domain/feature/definition.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { earliestRepair } from '~/domain/repair/regime.ts';
import type { RepairDays } from '~/domain/score/what-if/action.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { classed, readRepairRegimes } from '~/server/repair/read-regimes.ts';
import { detailsOfPenalties } from '~/server/repair/store.ts';

/** When each of these records of a firm can be repaired at the earliest; one that cannot be is not in it. */
export async function readRepairDays(
  tx: Tx,
  enterpriseId: EnterpriseId,
  facts: readonly FeatureFact[],
): Promise<ReadonlyMap<string, RepairDays>> {
  const regimes = await readRepairRegimes(tx);
  const details = new Map(
    (await detailsOfPenalties(tx, enterpriseId)).map(({ factId, detail }) => [factId, detail]),
  );
  const today = clock.today();
  return new Map(
    facts.flatMap((fact): [string, RepairDays][] => {
      const record = classed({ ...fact, detail: details.get(fact.id) ?? null });
      const days = earliestRepair(regimes, { ...record, occurredOn: fact.occurredOn }, today);
      return days ? [[fact.id, days]] : [];
    }),
  );
}
