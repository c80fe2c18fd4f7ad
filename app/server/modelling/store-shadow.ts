import type { Tx } from '~/server/db/client.ts';

export type Shadow = {
  readonly enterpriseId: string;
  readonly sheetId: string;
  readonly milliPoints: number | null;
  readonly grade: string | null;
};

/** Writes shadow scores; a row that says the same of the same sheet stays. Returns the rows written. */
export const keepShadows = (tx: Tx, version: string, shadows: readonly Shadow[], at: Date): Promise<number> =>
  tx.$executeRaw`
    insert into card_score (enterprise_id, card_version, sheet_id, milli_points, grade, scored_at)
    select f, ${version}, s, m, g, ${at}::timestamptz
    from unnest(${shadows.map((s) => s.enterpriseId)}::uuid[], ${shadows.map((s) => s.sheetId)}::uuid[],
                ${shadows.map((s) => s.milliPoints)}::int[], ${shadows.map((s) => s.grade)}::text[]) as t(f, s, m, g)
    on conflict (enterprise_id, card_version)
    do update set sheet_id = excluded.sheet_id, milli_points = excluded.milli_points, grade = excluded.grade,
                  scored_at = excluded.scored_at
    where (card_score.sheet_id, card_score.milli_points, card_score.grade)
          is distinct from (excluded.sheet_id, excluded.milli_points, excluded.grade)`;

export type ShadowDay = {
  readonly against: string;
  readonly firms: number;
  readonly agreeing: number;
  readonly higher: number;
  readonly lower: number;
};

/**
 * How a card in the shadow stands against the champion that it challenges, or against the score that counts where its kind
 * has none: firms that both put into the same fifth, and those that it puts higher or lower.
 */
export async function compareShadow(tx: Tx, version: string, champion: string | null): Promise<ShadowDay> {
  const [row] = await tx.$queryRaw<Omit<ShadowDay, 'against'>[]>`
    with both_scores as (
      select c.enterprise_id as firm, c.milli_points as own, coalesce(h.milli_points, s.milli_points) as other
      from card_score c
      join score_sheet s on s.enterprise_id = c.enterprise_id and s.id = c.sheet_id
      left join card_score h on h.enterprise_id = c.enterprise_id and h.card_version = ${champion}
      where c.card_version = ${version} and c.milli_points is not null and s.milli_points is not null
        and (${champion}::text is null or h.milli_points is not null)),
    ranked as (
      select ntile(5) over (order by own, firm) as own, ntile(5) over (order by other, firm) as other from both_scores)
    select count(*)::int as firms, (count(*) filter (where own = other))::int as agreeing,
           (count(*) filter (where own > other))::int as higher, (count(*) filter (where own < other))::int as lower
    from ranked`;
  return { against: champion ?? '', ...(row ?? { firms: 0, agreeing: 0, higher: 0, lower: 0 }) };
}

/** Keeps a day in the shadow; running again on the day counts it anew. */
export const keepShadowDay = (tx: Tx, version: string, day: Date, d: ShadowDay) =>
  tx.$executeRaw`
    insert into card_shadow_day (card_version, day, against, firms, agreeing, higher, lower)
    values (${version}, ${day}::date, ${d.against}, ${d.firms}, ${d.agreeing}, ${d.higher}, ${d.lower})
    on conflict (card_version, day) do update
    set against = excluded.against, firms = excluded.firms, agreeing = excluded.agreeing, higher = excluded.higher,
        lower = excluded.lower`;

/** The last days of a card in the shadow, the earliest first. */
export async function shadowDaysOf(tx: Tx, cardVersion: string) {
  const rows = await tx.cardShadowDay.findMany({
    where: { cardVersion },
    orderBy: { day: 'desc' },
    take: 120,
  });
  return rows.reverse();
}

/** The stored points of a firm by one card, where its sheet says that enough is known. */
export async function estimateOf(tx: Tx, enterpriseId: string, version: string) {
  const [row] = await tx.$queryRaw<{ milliPoints: number; asOf: Date; sheetId: string }[]>`
    select c.milli_points as "milliPoints", s.as_of as "asOf", s.id as "sheetId"
    from card_score c join score_sheet s on s.enterprise_id = c.enterprise_id and s.id = c.sheet_id
    where c.enterprise_id = ${enterpriseId}::uuid and c.card_version = ${version}
      and c.milli_points is not null and s.milli_points is not null`;
  return row ?? null;
}

/** Firms that a card has stored points of. */
export const shadowFirms = (tx: Tx, cardVersion: string): Promise<number> =>
  tx.cardScore.count({ where: { cardVersion, milliPoints: { not: null } } });
