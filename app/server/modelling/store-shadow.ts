import type { Tx } from '~/server/db/client.ts';

export type Shadow = {
  readonly enterpriseId: string;
  readonly sheetId: string;
  readonly milliPoints: number;
};

/** Writes shadow scores; a row that says the same of the same sheet stays. Returns the rows written. */
export const keepShadows = (tx: Tx, version: string, shadows: readonly Shadow[], at: Date): Promise<number> =>
  tx.$executeRaw`
    insert into card_score (enterprise_id, card_version, sheet_id, milli_points, scored_at)
    select f, ${version}, s, m, ${at}::timestamptz
    from unnest(${shadows.map((s) => s.enterpriseId)}::uuid[], ${shadows.map((s) => s.sheetId)}::uuid[],
                ${shadows.map((s) => s.milliPoints)}::int[]) as t(f, s, m)
    on conflict (enterprise_id, card_version)
    do update set sheet_id = excluded.sheet_id, milli_points = excluded.milli_points, scored_at = excluded.scored_at
    where card_score.sheet_id <> excluded.sheet_id or card_score.milli_points <> excluded.milli_points`;
