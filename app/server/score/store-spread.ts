import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { comparisonSchema, type SpreadKind } from '~/domain/score/percentile.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';

/** How many scored firms a group must have on a day: policy data. */
async function smallestGroup({ client }: BatchTx, on: Day): Promise<number> {
  const { rows } = await client.query(
    `select body from policy_version where code = 'score-comparison' and valid_from <= $1::date
       and (valid_to is null or valid_to >= $1::date) order by version desc limit 1`,
    [on],
  );
  if (!rows[0]) throw new Error(`no version of policy score-comparison in force on ${on}`);
  return comparisonSchema.parse(rows[0].body).smallestGroup;
}

/** Takes the spreads anew from the standings of the firms that are still there; returns how many groups. */
export async function replaceSpreads(tx: BatchTx, asOf: Day): Promise<number> {
  const { client } = tx;
  const least = await smallestGroup(tx, asOf);
  await client.query('delete from score_spread');
  const { rowCount } = await client.query(
    `insert into score_spread (kind, key, firms, least, cuts, as_of)
     select g.kind, g.key, count(*), $2::int,
            percentile_disc(array(select n / 20.0 from generate_series(1, 19) n order by n)) within group (order by s.milli_points),
            $1::date
     from score_standing s
     join enterprise e on e.id = s.enterprise_id
     left join industry i on i.code = e.industry_code and i.version = e.industry_version
     cross join lateral (values
       ('all', ''), ('region', left(e.region_code, 2)), ('region', left(e.region_code, 4)), ('region', e.region_code),
       ('industry', i.section), ('region-industry', left(e.region_code, 2) || '/' || i.section),
       ('region-industry', left(e.region_code, 4) || '/' || i.section)) g (kind, key)
     where s.milli_points is not null and e.external_id is null and e.status not in ('cancelled', 'moved-out')
       and g.key is not null
     group by g.kind, g.key having count(*) >= $2`,
    [asOf, least],
  );
  return rowCount ?? 0;
}

export type Spread = {
  readonly kind: SpreadKind;
  readonly key: string;
  readonly firms: number;
  readonly least: number;
  readonly cuts: readonly number[];
  readonly asOf: Day;
};

export async function spreadsOf(tx: Tx, keys: readonly { kind: string; key: string }[]): Promise<Spread[]> {
  const rows = await tx.scoreSpread.findMany({ where: { OR: keys.map(({ kind, key }) => ({ kind, key })) } });
  return rows.map((row) => ({ ...row, kind: row.kind as SpreadKind, asOf: dayOfDate(row.asOf) }));
}

/** Where a firm is, what it does, and its last public score. */
export async function placeOf(tx: Tx, enterpriseId: EnterpriseId) {
  const [row] = await tx.$queryRaw<
    {
      region: string | null;
      section: string | null;
      zh: string | null;
      en: string | null;
      milli: number | null;
    }[]
  >`
    select e.region_code as region, i.section, top.name_zh as zh, top.name_en as en,
           (select s.milli_points from score_sheet s where s.enterprise_id = e.id and s.scope = 'public'
            order by s.created_at desc, s.id desc limit 1) as milli
    from enterprise e
    left join industry i on i.code = e.industry_code and i.version = e.industry_version
    left join industry top on top.code = i.section and top.version = i.version
    where e.id = ${enterpriseId}::uuid and e.external_id is null`;
  return row ?? null;
}
