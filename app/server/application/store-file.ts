import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import { isRetained } from '~/server/record/store-retained.ts';

/** What registration says of a firm: public, shown to a bank whatever became of the consent. */
export type Registration = {
  readonly name: string;
  readonly uscc: string | null;
  readonly kind: string;
  readonly status: string;
  readonly regionZh: string | null;
  readonly industryZh: string | null;
  readonly industryEn: string | null;
  readonly establishedOn: string | null;
};

export async function registrationOf(tx: Tx, id: EnterpriseId): Promise<Registration> {
  const [row] = await tx.$queryRaw<Registration[]>`
    select e.name, e.uscc, e.kind, e.status, r.name_zh as "regionZh", n.name_zh as "industryZh", n.name_en as "industryEn",
           e.established_on::text as "establishedOn"
    from enterprise e
    left join region r on r.code = e.region_code
    left join industry n on n.code = e.industry_code and n.version = e.industry_version
    where e.id = ${id}::uuid`;
  if (!row) throw new Error(`no enterprise ${id}`);
  return row;
}

/** What the firm declares of itself; only the subject of a checked consent is visible here. */
export async function declarationOf(tx: Tx, id: EnterpriseId) {
  const row = await tx.enterpriseProfile.findFirst({ where: { enterpriseId: id } });
  return (
    row && {
      employees: row.employees,
      revenueFen: row.revenueFen?.toString() ?? null,
      assetsFen: row.assetsFen?.toString() ?? null,
      sizeClass: row.sizeClass,
      figuresYear: row.figuresYear,
    }
  );
}

export type ConsentedItems = {
  readonly items: readonly string[];
  readonly dataFrom: string | null;
  readonly dataTo: string | null;
};

export type RecordRow = {
  readonly id: string;
  readonly item: string;
  readonly itemZh: string;
  readonly itemEn: string;
  readonly sensitivity: string;
  readonly providerZh: string;
  readonly providerEn: string;
  readonly occurredOn: string | null;
  readonly precision: 'day' | 'month' | 'year';
  readonly endedOn: string | null;
  readonly amountFen: string | null;
  readonly amountZh: string | null;
  readonly amountEn: string | null;
  readonly quantity: number | null;
  readonly quantityZh: string | null;
  readonly quantityEn: string | null;
  readonly categoryZh: string | null;
  readonly categoryEn: string | null;
  /** The firm objects to it, and nobody has answered yet. */
  readonly disputed: boolean;
  /** The firm's own words beside it. */
  readonly statement: string | null;
};

/** What is said of an item whose records are kept back: how many, of which span, how much in all. */
export type FigureRow = {
  readonly item: string;
  readonly itemZh: string;
  readonly itemEn: string;
  readonly records: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly amountFen: string | null;
};

/** Figures of the items that a permit opens no deeper, over the span that the consent gives. */
export const consentedFigures = (
  tx: Tx,
  id: EnterpriseId,
  {
    figures = [],
    dataFrom,
    dataTo,
  }: Omit<ConsentedItems, 'items'> & { readonly figures?: readonly string[] },
) =>
  tx.$queryRaw<FigureRow[]>`
    select f.item, min(i.name_zh) as "itemZh", min(i.name_en) as "itemEn", count(*)::int as records,
           min(f.occurred_on)::text as first, max(f.occurred_on)::text as last, sum(f.amount_fen)::text as "amountFen"
    from disclosed_fact f
    join catalogue_item i on i.code = f.item and i.version = f.item_version
    where f.enterprise_id = ${id}::uuid and f.item = any(${figures}::text[]) and ${isRetained()}
      and (i.sensitivity = 'public' or ${dataFrom}::date is null or f.occurred_on >= ${dataFrom}::date)
      and (i.sensitivity = 'public' or ${dataTo}::date is null or f.occurred_on <= ${dataTo}::date)
    group by f.item order by f.item`;

/**
 * The records of the firm that a permit opens, the newest first, with what the firm says of them; sealed and revoked ones
 * are not among them, nor those whose disclosure is suspended while they are disputed or whose years have run out.
 */
export const consentedRecords = (tx: Tx, id: EnterpriseId, permit: ConsentedItems, limit: number) =>
  tx.$queryRaw<RecordRow[]>`
    select f.id, f.item, i.name_zh as "itemZh", i.name_en as "itemEn", i.sensitivity, p.name_zh as "providerZh",
           p.name_en as "providerEn", f.occurred_on::text as "occurredOn", f.precision, f.ended_on::text as "endedOn",
           f.amount_fen::text as "amountFen", i.meaning->'amount'->>'zh' as "amountZh", i.meaning->'amount'->>'en' as "amountEn",
           f.quantity, i.meaning->'quantity'->>'zh' as "quantityZh", i.meaning->'quantity'->>'en' as "quantityEn",
           coalesce(k.c->>'zh', f.category) as "categoryZh", coalesce(k.c->>'en', f.category) as "categoryEn",
           exists (select 1 from objection o where o.enterprise_id = f.enterprise_id and o.item = f.item
                   and o.source_key = f.source_key and o.closed_at is null) as disputed,
           (select nullif(w.body, '') from fact_statement w where w.enterprise_id = f.enterprise_id and w.item = f.item
            and w.source_key = f.source_key order by w.at desc, w.id desc limit 1) as statement
    from disclosed_fact f
    join catalogue_item i on i.code = f.item and i.version = f.item_version
    join institution p on p.id = f.provider_id
    left join lateral (select each as c from jsonb_array_elements(i.meaning->'categories') each where each->>'code' = f.category limit 1) k on true
    where f.enterprise_id = ${id}::uuid and f.item = any(${permit.items}::text[]) and ${isRetained()}
      and (i.sensitivity = 'public' or ${permit.dataFrom}::date is null or f.occurred_on >= ${permit.dataFrom}::date)
      and (i.sensitivity = 'public' or ${permit.dataTo}::date is null or f.occurred_on <= ${permit.dataTo}::date)
    order by f.occurred_on desc nulls last, f.item, f.id limit ${limit}`;
