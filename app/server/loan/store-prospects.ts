import type { Day } from '~/domain/kernel/day.ts';
import { offerMonths } from '~/domain/loan/cultivation.ts';
import { gradeLadder, type LadderGrade } from '~/domain/product/vocabulary.ts';
import type { Tx } from '~/server/db/client.ts';
import type { ListedRow } from '~/server/loan/store-cultivation.ts';

/** What a bank narrows the list by; null asks for nothing. */
export type ProspectFilter = {
  /** The beginning of a division's code. */
  readonly region: string | null;
  /** A section of the classification of industries. */
  readonly section: string | null;
  readonly atLeast: LadderGrade | null;
};

type Order = ProspectFilter & { readonly today: Day; readonly limit: number; readonly offset: number };

/**
 * Firms that want to hear of offers and joined less than a year ago, the newest first: read by the platform, for banks.
 * Registration and public grade alone.
 */
export function findProspects(tx: Tx, { region, section, atLeast, today, limit, offset }: Order) {
  const grades = atLeast === null ? null : gradeLadder.slice(gradeLadder.indexOf(atLeast));
  return tx.$queryRaw<ListedRow[]>`
    select c.id, c.enterprise_id as "enterpriseId", e.name as firm, e.uscc, r.name_zh as "regionZh", n.name_zh as "industryZh",
           n.name_en as "industryEn", e.established_on::text as "establishedOn", s.grade, c.joined_at as "joinedAt"
    from cultivation c
    join enterprise e on e.id = c.enterprise_id
    left join region r on r.code = e.region_code
    left join industry n on n.code = e.industry_code and n.version = e.industry_version
    left join lateral (select grade from score_sheet x where x.enterprise_id = c.enterprise_id and x.scope = 'public'
                       order by x.created_at desc limit 1) s on true
    where c.aim = 'offers' and c.left_at is null and e.status = 'active'
      and ((c.joined_at at time zone 'Asia/Shanghai')::date + make_interval(months => ${offerMonths}::int))::date > ${today}::date
      and (${region}::text is null or e.region_code like ${region}::text || '%')
      and (${section}::text is null or n.section = ${section}::text)
      and (${grades}::text[] is null or s.grade = any(${grades}::text[]))
    order by c.joined_at desc, c.id limit ${limit} offset ${offset}`;
}
