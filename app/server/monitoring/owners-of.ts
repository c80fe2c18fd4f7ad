import { grouped } from '~/domain/kernel/group.ts';
import { type Desk, mayHave, ownerFor } from '~/domain/monitoring/case-desk.ts';
import type { Tx } from '~/server/db/client.ts';
import type { Raising } from '~/server/monitoring/raise-alert.ts';
import { findLoanDesks, findOfficers, findOwners } from '~/server/monitoring/store-desk.ts';

type Fresh = { readonly alertId: string; readonly raising: Raising };

/**
 * Who gets each of some new cases: who has the case that it takes over, else by the published rule; always somebody who sees it. Cases that are raised together
 * are spread: each counts before the next is given out.
 */
export async function ownersOf(tx: Tx, fresh: readonly Fresh[]): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  if (fresh.length === 0) return owners;
  const loans = fresh.map(({ raising }) => raising.loan);
  const desks = grouped(
    await findOfficers(tx, [...new Set(loans.map((loan) => loan.institution_id))]),
    (row) => row.institution_id,
    ({ id, live, branch_id }): Desk => ({ id, live, branchId: branch_id }),
  );
  const lent = await findLoanDesks(tx, loans);
  const before = await findOwners(
    tx,
    fresh.flatMap(({ raising }) => raising.superseded),
  );
  for (const { alertId, raising } of fresh) {
    const desk = lent.get(raising.loan.id) ?? { maker: null, branch: null };
    const all = desks.get(raising.loan.institution_id) ?? [];
    const officers = all.filter((officer) => mayHave(officer, desk.branch));
    const held = raising.superseded
      .map((id) => before.get(id))
      .find((id) => officers.some((o) => o.id === id));
    const owner = held ?? ownerFor(raising.handling.ownerRule, { loanOfficer: desk.maker, officers });
    if (owner === null) continue;
    owners.set(alertId, owner);
    const counted = all.map((o) => (o.id === owner ? { ...o, live: o.live + 1 } : o));
    desks.set(raising.loan.institution_id, counted);
  }
  return owners;
}
