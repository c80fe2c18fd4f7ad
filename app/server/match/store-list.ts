import type { EnterpriseId, NeedId, ProductId } from '~/domain/kernel/id.ts';
import type { MatchList } from '~/domain/match/match-lists.ts';
import type { Need } from '~/domain/need/need.ts';
import type { Tx } from '~/server/db/client.ts';
import { needsOf } from '~/server/need/store.ts';

/** The need a firm is matched for: the latest that is open. */
export async function latestOpenNeed(tx: Tx, enterpriseId: EnterpriseId): Promise<Need | null> {
  const [latest] = await needsOf(tx, enterpriseId);
  return latest?.state === 'open' ? latest : null;
}

export type KeptList = MatchList & {
  readonly enterpriseId: EnterpriseId;
  readonly scoreSheetId: string | null;
  readonly needId: string | null;
};

/** Keeps the list of a firm with the moment if it says something new; whether it does. */
export async function storeList(tx: Tx, list: KeptList, at: Date): Promise<boolean> {
  const { enterpriseId, scoreSheetId, needId, productIds, passed, unknown } = list;
  const written = await tx.$executeRaw`
    insert into match_list as m (enterprise_id, score_sheet_id, need_id, product_ids, passed, unknown, computed_at)
    values (${enterpriseId}::uuid, ${scoreSheetId}::uuid, ${needId}::uuid, ${[...productIds]}::uuid[], ${passed}, ${unknown}, ${at})
    on conflict (enterprise_id) do update
      set score_sheet_id = excluded.score_sheet_id, need_id = excluded.need_id, product_ids = excluded.product_ids,
          passed = excluded.passed, unknown = excluded.unknown, computed_at = excluded.computed_at
    where (m.score_sheet_id, m.need_id, m.product_ids, m.passed, m.unknown) is distinct from
      (excluded.score_sheet_id, excluded.need_id, excluded.product_ids, excluded.passed, excluded.unknown)`;
  return written === 1;
}

export type ListStanding = {
  readonly needId: NeedId | null;
  readonly productIds: readonly ProductId[];
  readonly passed: number;
  readonly unknown: number;
  readonly computedAt: Date;
};

/** The list that is kept for a firm; null before it was matched the first time. */
export async function findList(tx: Tx, enterpriseId: EnterpriseId): Promise<ListStanding | null> {
  const row = await tx.matchList.findUnique({ where: { enterpriseId } });
  if (!row) return null;
  const { needId, productIds, passed, unknown, computedAt } = row;
  return {
    needId: needId as NeedId | null,
    productIds: productIds as ProductId[],
    passed,
    unknown,
    computedAt,
  };
}
