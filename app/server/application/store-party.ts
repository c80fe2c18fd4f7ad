import type { Day } from '~/domain/kernel/day.ts';
import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import type { Tx } from '~/server/db/client.ts';
import { mayAct } from '~/server/institution/store-may-act.ts';

type Pair = {
  readonly enterpriseId: string;
  readonly institutionId: string;
  readonly branchId?: string | null;
  readonly productId: string;
};

export type Parties = {
  readonly firm: string;
  readonly uscc: string | null;
  readonly bankZh: string;
  readonly bankEn: string;
  /** The branch that it lies with; null at the head office. */
  readonly branchZh: string | null;
  readonly branchEn: string | null;
  readonly productZh: string;
  readonly productEn: string;
};

/** The names of the firm, the bank and the product of an application. A withdrawn product keeps its name. */
export async function partiesOf(tx: Tx, pair: Pair): Promise<Parties> {
  const [row] = await tx.$queryRaw<Parties[]>`
    select e.name as firm, e.uscc, i.name_zh as "bankZh", i.name_en as "bankEn", b.name_zh as "branchZh", b.name_en as "branchEn",
           coalesce(p.name_zh, '') as "productZh", coalesce(p.name_en, '') as "productEn"
    from enterprise e
    join institution i on i.id = ${pair.institutionId}::uuid
    left join branch b on b.id = ${pair.branchId ?? null}::uuid
    left join product p on p.id = ${pair.productId}::uuid
    where e.id = ${pair.enterpriseId}::uuid`;
  if (!row) throw new Error('an application without its parties');
  return row;
}

/** A product as an application needs it, with the standing of its bank today. */
export type Applied = {
  readonly id: string;
  readonly institutionId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly contact: string | null;
  readonly example: boolean;
  readonly minFen: bigint | null;
  readonly maxFen: bigint | null;
  readonly minTermMonths: number | null;
  readonly maxTermMonths: number | null;
  readonly open: boolean;
};

/** The chosen products in the order of the choice; unknown and withdrawn ones are missing. */
export async function appliedProducts(tx: Tx, ids: readonly string[], today: Day): Promise<Applied[]> {
  const rows = await tx.$queryRaw<Applied[]>`
    select p.id, p.institution_id as "institutionId", p.name_zh as "nameZh", p.name_en as "nameEn", i.name_zh as "bankZh",
           i.name_en as "bankEn", i.contact, p.example, p.min_fen as "minFen", p.max_fen as "maxFen",
           p.min_term_months as "minTermMonths", p.max_term_months as "maxTermMonths",
           ${mayAct(today)} as open
    from product p join institution i on i.id = p.institution_id
    where p.id = any(${ids}::uuid[]) and p.state = 'published'`;
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

type Published = { readonly termMonths: number | null; readonly rate: Ppm | null };

/** The longest term and the highest yearly rate that a product publishes; null where it publishes none. */
export async function publishedBound(tx: Tx, productId: string): Promise<Published> {
  const row = await tx.product.findUnique({
    where: { id: productId },
    select: { maxTermMonths: true, rateMaxPpm: true },
  });
  const rate = row?.rateMaxPpm ?? null;
  return { termMonths: row?.maxTermMonths ?? null, rate: rate === null ? null : ppm(rate) };
}
