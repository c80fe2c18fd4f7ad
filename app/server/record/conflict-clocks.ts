import type { Named } from '~/domain/catalogue/item.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { decideBy } from '~/domain/record/three-way.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { readReconciliationRules } from '~/server/record/read-reconciliation-rules.ts';
import { undecidedRuns } from '~/server/record/store-reconcile.ts';

/** The undecided conflicts of one comparison: all were found together, so they are due together. */
export type ConflictClock = {
  readonly reconciliationId: string;
  readonly item: string;
  readonly itemName: Named;
  readonly providerId: InstitutionId | null;
  readonly thirdSource: string;
  readonly waiting: number;
  readonly dueOn: Day;
  readonly isLate: boolean;
};

/** Comparisons that left conflicts which nobody has decided, what is due first coming first (policy data `reconciliation`). */
export async function conflictClocks(tx: Tx, today: Day): Promise<ConflictClock[]> {
  const { decideWorkingDays } = await readReconciliationRules(tx, today);
  const catalogue = await readCatalogue(tx, today);
  return (await undecidedRuns(tx)).map(({ item, at, ...run }) => {
    const dueOn = decideBy(dayAt(at), decideWorkingDays);
    const held = catalogue.get(item);
    return {
      ...run,
      item,
      itemName: held?.name ?? { zh: item, en: item },
      providerId: held?.providerId ?? null,
      dueOn,
      isLate: dueOn < today,
    };
  });
}
