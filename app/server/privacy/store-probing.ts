import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

export type ProbingRow = {
  institution_id: InstitutionId;
  bank_zh: string;
  bank_en: string;
  bank_state: string;
  enterprise_id: EnterpriseId;
  firm: string;
  times: number;
  first_at: Date;
  last_at: Date;
  people: string[];
  items: string[];
  cleared_at: Date | null;
  cleared_by: string | null;
  reason: string | null;
};

/** Alarms since an instant by institution and firm, the latest first, with the answer that was given last. */
export const findProbing = (tx: Tx, since: Date, limit: number) => tx.$queryRaw<ProbingRow[]>`
  with alarm as (
    select a.institution_id, a.enterprise_id, count(*)::int as times, min(a.at) as first_at, max(a.at) as last_at,
           array_agg(distinct a.user_name) as people, array_agg(distinct (a.body::jsonb -> 'detail' ->> 'item')) as items
    from audit_entry a where a.action = 'privacy.probing-alarm' and a.at >= ${since}
    group by 1, 2
  )
  select a.*, i.name_zh as bank_zh, i.name_en as bank_en, i.state as bank_state, e.name as firm,
         c.at as cleared_at, u.name as cleared_by, c.payload ->> 'reason' as reason
  from alarm a
  join institution i on i.id = a.institution_id
  join enterprise e on e.id = a.enterprise_id
  left join lateral (
    select v.at, v.payload, v.user_id from event_log v
    where v.kind = 'privacy.probing-cleared' and v.enterprise_id = a.enterprise_id and v.institution_id = a.institution_id
    order by v.id desc limit 1) c on true
  left join user_account u on u.id = c.user_id
  order by a.last_at desc, a.institution_id limit ${limit}`;

/** When an institution was last alarmed about a firm; null where it never was. */
export async function lastProbed(
  tx: Tx,
  { institutionId, enterpriseId }: { readonly institutionId: string; readonly enterpriseId: string },
): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    select max(at) as at from audit_entry
    where action = 'privacy.probing-alarm' and institution_id = ${institutionId}::uuid and enterprise_id = ${enterpriseId}::uuid`;
  return row?.at ?? null;
}

/** When alarms about an institution and a firm were last cleared. */
export async function lastCleared(
  tx: Tx,
  { institutionId, enterpriseId }: { readonly institutionId: string; readonly enterpriseId: string },
): Promise<Date | null> {
  const row = await tx.eventLog.findFirst({
    where: { kind: 'privacy.probing-cleared', institutionId, enterpriseId },
    orderBy: { id: 'desc' },
    select: { at: true },
  });
  return row?.at ?? null;
}
