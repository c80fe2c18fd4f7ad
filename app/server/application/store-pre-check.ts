import type { RegisteredOwner } from '~/domain/application/pre-check.ts';
import { finalStates } from '~/domain/application/state.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

type Row = {
  readonly inBusiness: boolean;
  readonly isSoleTrader: boolean;
  readonly establishedOn: Day | null;
  readonly twins: number;
  readonly owners: readonly RegisteredOwner[];
  readonly applications: readonly { readonly institutionId: string; readonly product: string }[];
};

/**
 * A firm as the checks before forwarding see it: its registration, the owners that the public register names on a day,
 * how many others in business share its name and place, and its applications that go on.
 */
export async function checkedFirm(tx: Tx, enterpriseId: EnterpriseId, today: Day): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>`
    select e.status = 'active' as "inBusiness", e.kind = 'sole-trader' as "isSoleTrader", e.established_on::text as "establishedOn",
           firms_of_same_name(e.id) as twins,
           coalesce((select json_agg(json_build_object('name', r.party_name, 'sharePpm', r.share_ppm,
                       'isFirm', r.party_enterprise_id is not null or r.party ~ '^[0-9A-HJ-NP-RTUW-Y]{18}$') order by r.id)
                     from relation r where r.enterprise_id = e.id and r.kind = 'shareholder'
                       and (r.since is null or r.since <= ${today}::date) and (r.until is null or r.until > ${today}::date)), '[]') as owners,
           coalesce((select json_agg(json_build_object('institutionId', a.institution_id, 'product', p.name_zh) order by a.submitted_at)
                     from application a join product p on p.id = a.product_id
                     where a.enterprise_id = e.id and a.state <> all(${[...finalStates]}::text[])), '[]') as applications
    from enterprise e where e.id = ${enterpriseId}::uuid`;
  if (!row) throw new Error(`no enterprise ${enterpriseId}`);
  return row;
}
