import type { Catalogue, Named } from '~/domain/catalogue/item.ts';
import type { Day, DayPrecision } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { EvidenceView } from '~/domain/score/score-view.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { isRetained } from '~/server/record/store-retained.ts';

type Row = {
  factId: string;
  item: string;
  category: string | null;
  occurredOn: Day | null;
  precision: DayPrecision;
  endedOn: Day | null;
  amount: bigint | null;
  quantity: number | null;
  zh: string | null;
  en: string | null;
  knownOn: Day;
  later: EvidenceView['later'];
  disputed: EvidenceView['disputed'];
};

/** Records by id; `retained`: without those whose years have run out. */
type Wanted = { readonly ids: readonly string[]; readonly retained: boolean };

/** The records behind a sheet in full, by id, with their provider and what became of them since. */
export async function readEvidence(
  tx: Tx,
  enterpriseId: EnterpriseId,
  { ids, retained }: Wanted,
  catalogue: Catalogue,
): Promise<ReadonlyMap<string, EvidenceView>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    select f.id as "factId", f.item, f.category, f.occurred_on::text as "occurredOn", f.precision,
           f.ended_on::text as "endedOn", f.amount_fen as amount, f.quantity, p.name_zh as zh, p.name_en as en,
           (f.known_at at time zone 'Asia/Shanghai')::date::text as "knownOn",
           (select s.op from fact s where s.enterprise_id = f.enterprise_id and s.supersedes = f.id) as later,
           (select case when o.suspends then 'suspended' else 'flagged' end from objection o
            where o.enterprise_id = f.enterprise_id and o.item = f.item and o.source_key = f.source_key
              and o.closed_at is null) as disputed
    from fact f left join institution p on p.id = f.provider_id
    where f.enterprise_id = ${enterpriseId}::uuid and f.id = any(${ids}::uuid[])
      and ${retained ? isRetained() : Prisma.sql`true`}`;
  return new Map(rows.map((row) => [row.factId, viewOf(row, catalogue)]));
}

function viewOf({ zh, en, amount, quantity, category, ...row }: Row, catalogue: Catalogue): EvidenceView {
  const item = catalogue.get(row.item);
  const named = item?.categories.find(({ code }) => code === category);
  return {
    ...row,
    itemName: item?.name ?? both(row.item),
    category: category === null ? null : named ? { zh: named.zh, en: named.en } : both(category),
    amount: amount === null ? null : { fen: amount.toString(), name: plain(item?.amount) },
    quantity: quantity === null ? null : { value: quantity, name: plain(item?.quantity) },
    provider: { zh: zh ?? '', en: en ?? '' },
  };
}

const both = (text: string): Named => ({ zh: text, en: text });
const plain = (named: Named | null | undefined): Named => ({ zh: named?.zh ?? '', en: named?.en ?? '' });
