import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { EnterpriseId, ProductId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

/**
 * The version of a product on the shelf on a day; `current` where the shelf itself holds it; null where it was not on the
 * shelf that day, or was not kept.
 */
export async function versionOn(
  tx: Tx,
  id: ProductId,
  on: Day,
): Promise<{ readonly version: number; readonly body: unknown } | 'current' | null> {
  const [then] = await tx.$queryRaw<{ version: number; body: unknown }[]>`
    select version, body from product_as_of(${id}::uuid, ${on}::date)`;
  if (then) return then;
  const row = await tx.product.findUnique({ where: { id }, select: { version: true, publishedAt: true } });
  // A first version is on the shelf itself; one that was replaced is kept only as the draft it came from.
  const wasOut = row?.publishedAt != null && dayAt(row.publishedAt) <= on;
  return row?.version === 1 && wasOut ? 'current' : null;
}

/** Whether a loan had been paid out to the firm by a day, as far as the actor may know of it. */
export async function hadBorrowed(tx: Tx, enterpriseId: EnterpriseId, on: Day): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ borrowed: boolean }[]>`
    select exists (select 1 from loan l where l.enterprise_id = ${enterpriseId}::uuid
                   and l.disbursed_on <= ${on}::date) as borrowed`;
  return row?.borrowed ?? false;
}
