import type { RelationKind } from '~/domain/feature/relation-graph.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

export type TieRow = {
  readonly firm: string;
  readonly firmName: string;
  readonly kind: RelationKind;
  readonly party: string;
  readonly partyName: string;
  readonly partyFirm: string | null;
  readonly sharePpm: number | null;
  readonly since: string | null;
};

/** The ties in force of some firms, and of whoever is tied to them or to the same parties. */
export const tiesAround = (tx: Tx, firms: readonly string[], parties: readonly string[], day: Day) =>
  tx.$queryRaw<TieRow[]>`
    select r.enterprise_id as firm, e.name as "firmName", r.kind, r.party,
           coalesce(p.name, r.party_name) as "partyName", r.party_enterprise_id as "partyFirm",
           r.share_ppm as "sharePpm", r.since::text as since
    from relation r
    join enterprise e on e.id = r.enterprise_id
    left join enterprise p on p.id = r.party_enterprise_id
    where (r.enterprise_id = any(${firms}::uuid[]) or r.party_enterprise_id = any(${firms}::uuid[])
           or (r.party = any(${parties}::text[]) and r.kind in ('controller', 'legal-representative')))
      and (r.since is null or r.since <= ${day}::date) and (r.until is null or r.until > ${day}::date)
    order by r.kind, r.enterprise_id, r.id limit 200`;

/** Of some firms, those with a loan that is overdue for ninety days or written off, or a public record of dishonesty in force. */
export const firmsInDefault = (tx: Tx, firms: readonly string[], day: Day) =>
  tx.$queryRaw<{ id: string; overdue: boolean; listed: boolean }[]>`
    select e.id, bool_or(d.overdue) as overdue, bool_or(d.listed) as listed
    from enterprise e join (
      select l.enterprise_id, true as overdue, false as listed from loan l
      join lateral (select c.tier, c.dpd from loan_class c where c.enterprise_id = l.enterprise_id and c.loan_id = l.id
                    order by c.as_of desc, c.recorded_at desc limit 1) c on c.dpd >= 90 or c.tier = 'loss'
      where l.settled_on is null
      union all
      select f.enterprise_id, false, true from current_fact f
      where f.enterprise_id = any(${firms}::uuid[]) and f.item in ('court.dishonesty', 'list.serious-dishonesty')
        and (f.ended_on is null or f.ended_on > ${day}::date)) d on d.enterprise_id = e.id
    where e.id = any(${firms}::uuid[]) group by e.id`;

/** What the register says of the firm that is portrayed. */
export const findPortrayed = (tx: Tx, id: EnterpriseId) =>
  tx.enterprise.findUniqueOrThrow({
    where: { id },
    select: { name: true, uscc: true, regionCode: true, industryCode: true, establishedOn: true },
  });
