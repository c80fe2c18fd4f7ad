import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';

export type Held = { readonly firms: number; readonly pending: number; readonly scored: number };

/** How far an item reaches: firms with records of it, open applications whose consent opens it, firms with a score. */
export async function countHeld(tx: Tx, item: string, isPublic: boolean): Promise<Held> {
  const [row] = await tx.$queryRaw<Held[]>`
    select (select count(distinct enterprise_id)::int from fact where item = ${item}) as firms,
           (select count(*)::int from application a join consent c on c.enterprise_id = a.enterprise_id and c.id = a.consent_id
            where a.closed_at is null and (${isPublic} or ${item} = any(c.items))) as pending,
           (select count(distinct enterprise_id)::int from score_sheet) as scored`;
  return row ?? { firms: 0, pending: 0, scored: 0 };
}

/** An indicator that would be unknown: its place on the card and its weight in milli-points. */
type Lost = { readonly at: number; readonly weight: number };

/** So many newest scores by the card lie above its floor of coverage and would lie below it, were these indicators unknown. */
export async function countBelowFloor(
  tx: Tx,
  card: { readonly version: string; readonly coverageFloorPpm: number },
  lost: readonly Lost[],
): Promise<number> {
  const { version, coverageFloorPpm: floor } = card;
  const [row] = await tx.$queryRaw<{ below: number }[]>`
    with newest as (
      select distinct on (s.enterprise_id) s.coverage_ppm, s.missing, s.card_version from score_sheet s
      left join consent c on c.enterprise_id = s.enterprise_id and c.id = s.consent_id
      where s.scope = 'public' or (c.revoked_at is null and c.valid_to > ${clock.now()})
      order by s.enterprise_id, s.scope = 'full' desc, s.created_at desc, s.id desc
    )
    select count(*)::int as below from newest n, lateral (
      select coalesce(sum(l.weight), 0) as lost
      from unnest(${lost.map(({ at }) => at)}::int[], ${lost.map(({ weight }) => weight)}::int[]) as l (at, weight)
      where n.card_version = ${version} and get_bit(n.missing, l.at) = 0
    ) without
    where n.card_version = ${version} and n.coverage_ppm >= ${floor} and n.coverage_ppm - without.lost < ${floor}`;
  return row?.below ?? 0;
}

export type ProductRow = {
  readonly id: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly bank_zh: string;
  readonly bank_en: string;
  readonly rules: unknown;
};

/** Products on the shelf that members offer, with their rules. */
export const findShelf = (tx: Tx): Promise<ProductRow[]> =>
  tx.$queryRaw<ProductRow[]>`
    select p.id, p.name_zh, p.name_en, i.name_zh as bank_zh, i.name_en as bank_en, p.eligibility as rules
    from product p join institution i on i.id = p.institution_id
    where p.state = 'published' order by i.code, p.name_zh`;
