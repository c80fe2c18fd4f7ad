import type { FeatureFact } from '~/domain/feature/definition.ts';
import type { Population } from '~/domain/feature/population.ts';
import type { Supplies } from '~/domain/feature/scope.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import type { Tx } from '~/server/db/client.ts';

/** When each item was last supplied for each population, as known at an instant. */
export async function readSupplies(tx: Tx, knownAt: Date): Promise<ReadonlyMap<Population, Supplies>> {
  const rows = await tx.$queryRaw<{ population: Population; item: string; at: Date }[]>`
    select population, item, max(received_at) as at from item_supply where received_at <= ${knownAt}
    group by population, item`;
  const supplies = new Map<Population, Map<string, Day>>();
  for (const { population, item, at } of rows) {
    const own = supplies.get(population) ?? new Map<string, Day>();
    supplies.set(population, own.set(item, dayAt(at)));
  }
  return supplies;
}

type FactRow = Omit<FeatureFact, 'amount'> & { amount: bigint | null };

/**
 * The firm's facts of these items as known at an instant: what was asserted or corrected by then and not superseded,
 * revoked or sealed by then. `items` names no consent item that the caller may not read.
 */
export async function readFeatureFacts(
  tx: Tx,
  enterpriseId: EnterpriseId,
  items: readonly string[],
  knownAt: Date,
): Promise<FeatureFact[]> {
  const rows = await tx.$queryRaw<FactRow[]>`
    select f.id, f.item, f.occurred_on::text as "occurredOn", f.ended_on::text as "endedOn", f.amount_fen as amount,
           f.quantity, f.category, (f.known_at at time zone 'Asia/Shanghai')::date::text as "knownOn"
    from fact f
    where f.enterprise_id = ${enterpriseId}::uuid and f.item = any(${items}::text[])
      and f.op in ('assert', 'correct') and f.known_at <= ${knownAt}
      and not exists (select 1 from fact s where s.enterprise_id = f.enterprise_id and s.supersedes = f.id
                      and s.known_at <= ${knownAt})`;
  return rows.map((row) => ({ ...row, amount: row.amount as Fen | null }));
}

/** Where the firm came from and whether it still belongs to the scored population. */
export const readSubject = (tx: Tx, enterpriseId: EnterpriseId) =>
  tx.enterprise.findUnique({
    where: { id: enterpriseId },
    select: { source: true, externalId: true, status: true },
  });
