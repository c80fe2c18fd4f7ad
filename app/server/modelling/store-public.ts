import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { isRetained } from '~/server/record/store-retained.ts';
import { regionStem } from '~/server/report/store-batch.ts';

export type PublicRow = {
  readonly uscc: string;
  readonly name: string;
  readonly region: string | null;
  readonly industry: string | null;
  readonly established: string | null;
  /** Records in force by item; an item without any is not in it. */
  readonly counts: { readonly [item: string]: number };
};

type Choice = {
  readonly regionCode: string | null;
  readonly section: string | null;
  /** Only firms behind this credit code. */
  readonly after: string | null;
};

/**
 * Firms with a credit code under a division and in a section, and their public records in force by item. Facts are read as
 * the platform, and only those of the items given: the caller takes them from the catalogue's public ones.
 */
export function publicRows(
  { regionCode, section, after }: Choice,
  items: readonly string[],
  limit: number,
): Promise<PublicRow[]> {
  const stem = regionCode && `${regionStem(regionCode)}%`;
  return withActor(
    system('modelling.list-public'),
    (tx) => tx.$queryRaw<PublicRow[]>`
      select e.uscc, e.name, r.name_zh as region, e.industry_code as industry, e.established_on::text as established,
             coalesce((select json_object_agg(g.item, g.n) from (
               select f.item, count(*) as n from disclosed_fact f
               where f.enterprise_id = e.id and f.item = any(${[...items]}::text[]) and ${isRetained()}
               group by f.item) g), '{}') as counts
      from enterprise e left join region r on r.code = e.region_code
      where e.uscc is not null and e.status not in ('cancelled', 'moved-out') and e.kind = 'company'
        and (${after}::text is null or e.uscc > ${after}::text)
        and (${stem}::text is null or e.region_code like ${stem}::text)
        and (${section}::text is null or exists (
          select 1 from industry i where i.code = e.industry_code and i.version = e.industry_version and i.section = ${section}))
      order by e.uscc limit ${limit}`,
  );
}
