import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import type { VersionRow } from '~/server/objection/store-record.ts';

/** A record that is new about a registered firm, with its name. */
export type ArrivedRecord = Pick<VersionRow, 'id' | 'item' | 'category' | 'detail'> & {
  readonly enterpriseId: EnterpriseId;
  readonly occurredOn: Day;
  readonly itemZh: string;
  readonly itemEn: string;
};

/** The records of some items that a batch brought for the first time about registered firms and that stand, firm after firm. */
export const arrivedIn = (tx: Tx, batchId: string, items: readonly string[]) => tx.$queryRaw<ArrivedRecord[]>`
  select f.enterprise_id as "enterpriseId", f.id, f.item, f.category, f.detail, f.occurred_on::text as "occurredOn",
         k.name_zh as "itemZh", k.name_en as "itemEn"
  from fact f join catalogue_item k on k.code = f.item and k.version = f.item_version
  where f.batch_id = ${batchId}::uuid and f.supersedes is null and f.occurred_on is not null and f.item = any(${[...items]})
    and exists (select 1 from user_account u where u.enterprise_id = f.enterprise_id)
    and not exists (select 1 from fact n where n.enterprise_id = f.enterprise_id and n.supersedes = f.id)
  order by f.enterprise_id, f.occurred_on, f.id`;
