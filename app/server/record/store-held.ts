import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

/** Items that the firm opened to its evaluation, by the consent in force at an instant. */
export async function openedItems(tx: Tx, firm: EnterpriseId, at: Date): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ items: string[] }[]>`
    select items from consent where enterprise_id = ${firm}::uuid and id = evaluation_consent(${firm}::uuid, ${at})`;
  return new Set(rows[0]?.items ?? []);
}

export type HeldRow = {
  readonly item: string;
  readonly category: string | null;
  readonly year: number | null;
  readonly amount: bigint | null;
  readonly quantity: number | null;
  readonly knownAt: Date;
};

/** What is held of some items about a firm, the latest first. */
export const heldRows = (tx: Tx, firm: EnterpriseId, items: readonly string[]): Promise<HeldRow[]> =>
  tx.$queryRaw<HeldRow[]>`
    select item, category, extract(year from occurred_on)::int as year, amount_fen as amount, quantity, known_at as "knownAt"
    from current_fact where enterprise_id = ${firm}::uuid and item = any(${[...items]}::text[])
    order by occurred_on desc nulls last, known_at desc`;
