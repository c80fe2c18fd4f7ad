import type { SizeClass } from '~/domain/enterprise/size.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { FirmFacts } from '~/domain/product/applicant.ts';
import { type Title, titles } from '~/domain/product/vocabulary.ts';
import type { Tx } from '~/server/db/client.ts';

type Row = {
  kind: 'company' | 'sole-trader';
  status: string;
  region_code: string | null;
  established_on: Day | null;
  employees: number | null;
  revenue_fen: bigint | null;
  assets_fen: bigint | null;
  size_class: SizeClass | 'undetermined' | null;
  has_loan: boolean;
  titles: string[];
  /** From province and section down. */
  regions: string[];
  industries: { code: string; section: string }[];
};

/** What registration, the firm's own declaration and its honours say of it. */
export type FirmRecord = {
  readonly facts: FirmFacts;
  readonly titles: ReadonlySet<Title>;
  readonly hasLoan: boolean;
  /** Cancelled or moved out: no longer matched (domain.md row D1). */
  readonly hasLeft: boolean;
  readonly regionPath: readonly string[];
  readonly industryPath: readonly string[];
};

export async function readFirmRecord(tx: Tx, id: EnterpriseId, today: Day): Promise<FirmRecord> {
  const [row] = await tx.$queryRaw<Row[]>`
    with recursive r as (
      select g.code, g.parent_code, 0 as up from region g
      join enterprise e on e.region_code = g.code where e.id = ${id}::uuid
      union all select g.code, g.parent_code, up + 1 from region g join r on g.code = r.parent_code
    ), i as (
      select n.code, n.section, n.parent_code, n.version, 0 as up from industry n
      join enterprise e on e.industry_code = n.code and e.industry_version = n.version where e.id = ${id}::uuid
      union all select n.code, n.section, n.parent_code, n.version, up + 1 from industry n
      join i on n.code = i.parent_code and n.version = i.version
    )
    select e.kind, e.status, e.region_code, e.established_on::text, p.employees, p.revenue_fen, p.assets_fen, p.size_class,
           exists (select 1 from loan l where l.enterprise_id = e.id) as has_loan,
           array(select distinct f.category from current_fact f
                 where f.enterprise_id = e.id and f.item = 'honour.title' and f.category = any(${[...titles]}::text[])
                   and (f.occurred_on is null or f.occurred_on <= ${today}::date)
                   and (f.ended_on is null or f.ended_on > ${today}::date)) as titles,
           coalesce((select array_agg(code order by up desc) from r), '{}') as regions,
           coalesce((select json_agg(json_build_object('code', code, 'section', section) order by up desc) from i), '[]') as industries
    from enterprise e left join enterprise_profile p on p.enterprise_id = e.id
    where e.id = ${id}::uuid`;
  if (!row) throw new Error(`no enterprise ${id}`);
  return {
    facts: factsOf(row),
    titles: new Set(row.titles as Title[]),
    hasLoan: row.has_loan,
    hasLeft: row.status === 'cancelled' || row.status === 'moved-out',
    regionPath: row.regions,
    industryPath: row.industries.map((industry) => industry.code),
  };
}

const numberOrNull = (value: bigint | null): number | null => (value === null ? null : Number(value));

function factsOf(row: Row): FirmFacts {
  const deepest = row.industries.at(-1) ?? null;
  return {
    active: row.status === 'active',
    kind: row.kind,
    regionCode: row.region_code,
    industrySection: deepest?.section ?? null,
    industryCode: deepest && deepest.code.length > 1 ? deepest.code : null,
    size: sizeOf(row.kind, row.size_class),
    establishedOn: row.established_on,
    figures: {
      employees: row.employees,
      revenue: numberOrNull(row.revenue_fen),
      assets: numberOrNull(row.assets_fen),
    },
  };
}

/** A sole trader stands with micro firms, as in the schemes: the size standard grades firms by staff (domain.md E11). */
export function sizeOf(kind: string, declared: SizeClass | 'undetermined' | null): SizeClass | null {
  if (declared !== null && declared !== 'undetermined') return declared;
  return kind === 'sole-trader' ? 'micro' : null;
}
