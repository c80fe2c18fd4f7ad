import type { Version } from '~/domain/application/as-of.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Application } from '~/server/application/store.ts';
import type { RecordRow } from '~/server/application/store-file.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { isRetained } from '~/server/record/store-retained.ts';

/** One row of a record's history with its words; content is null in a row that revokes or seals. Fen as text. */
export type VersionRow = Version &
  Omit<RecordRow, `${'amount' | 'quantity'}${'Zh' | 'En'}` | 'disputed' | 'statement'> & {
    readonly category: string | null;
    /** Of an item that the reader may see; other rows only say what is sealed by now. */
    readonly opened: boolean;
    /** What it says is outside of what the reader may see: past its years, or of another span than the consent opens. */
    readonly outside: boolean;
    /** The firm objects to the record, and its disclosure is suspended meanwhile. */
    readonly suspended: boolean;
  };

/** What a permit opens; `all` for the subject, the audit role and whoever runs the platform. */
export type Opened =
  | 'all'
  | { readonly items: readonly string[]; readonly dataFrom: string | null; readonly dataTo: string | null };

const outsideOf = (opened: Opened): Prisma.Sql =>
  opened === 'all'
    ? Prisma.sql`false`
    : Prisma.sql`f.op in ('assert', 'correct') and (not ${isRetained()} or (i.sensitivity <> 'public'
        and (coalesce(f.occurred_on < ${opened.dataFrom}::date, false) or coalesce(f.occurred_on > ${opened.dataTo}::date, false))))`;

/** Every row about a firm, read once; those of items that the reader may not see are marked. */
export async function versionsOf(tx: Tx, id: EnterpriseId, opened: Opened): Promise<VersionRow[]> {
  const items =
    opened === 'all' ? Prisma.sql`true` : Prisma.sql`(f.item = any(${[...opened.items]}::text[]))`;
  return tx.$queryRaw<VersionRow[]>`
    select f.id, f.item || ' ' || encode(f.source_key, 'hex') as key, f.op, f.supersedes, f.known_at as "knownAt", f.item,
           i.name_zh as "itemZh", i.name_en as "itemEn", i.sensitivity, coalesce(p.name_zh, '') as "providerZh",
           coalesce(p.name_en, '') as "providerEn", f.occurred_on::text as "occurredOn", f.precision,
           f.ended_on::text as "endedOn", f.amount_fen::text as "amountFen", f.quantity, f.category,
           coalesce(k.c->>'zh', f.category) as "categoryZh", coalesce(k.c->>'en', f.category) as "categoryEn",
           ${items} as opened, ${outsideOf(opened)} as outside,
           exists (select 1 from objection o where o.enterprise_id = f.enterprise_id and o.item = f.item
                   and o.source_key = f.source_key and o.suspends and o.closed_at is null) as suspended
    from fact f
    join catalogue_item i on i.code = f.item and i.version = f.item_version
    left join institution p on p.id = f.provider_id
    left join lateral (select each as c from jsonb_array_elements(i.meaning->'categories') each
                       where each->>'code' = f.category limit 1) k on true
    where f.enterprise_id = ${id}::uuid
    order by f.known_at, f.id`;
}

/** Documents that were attached by an instant. */
export const documentsBy = (tx: Tx, { enterpriseId, id: applicationId }: Application, at: Date) =>
  tx.attachment.findMany({
    where: { enterpriseId, applicationId, uploadedAt: { lte: at } },
    orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
    select: { name: true, contentType: true, bytes: true, uploadedAt: true },
  });
