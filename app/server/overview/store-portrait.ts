import type { Day } from '~/domain/kernel/day.ts';
import type { ConsentId, EnterpriseId } from '~/domain/kernel/id.ts';
import type { PortraitTie } from '~/domain/overview/portrait.ts';
import type { Tx } from '~/server/db/client.ts';
import { isRetained } from '~/server/record/store-retained.ts';

export type TieRow = {
  readonly firm: string;
  readonly firmName: string;
  readonly kind: PortraitTie['kind'];
  readonly party: string;
  readonly partyName: string;
  readonly partyFirm: string | null;
  readonly sharePpm: number | null;
  readonly amountFen: bigint | null;
  readonly since: string | null;
};

/** Whose ties are asked for: some firms and parties around a firm in the middle. */
type Around = {
  readonly self: string;
  readonly firms: readonly string[];
  readonly parties: readonly string[];
};

/**
 * The ties in force of some firms, and of whoever is tied to them or to the same parties. Of trade, only what the firm in
 * the middle sells or buys: other customers of its customers are none of its business.
 */
export const tiesAround = (tx: Tx, { self, firms, parties }: Around, day: Day) =>
  tx.$queryRaw<TieRow[]>`
    select r.enterprise_id as firm, e.name as "firmName", r.kind, r.party,
           coalesce(p.name, r.party_name) as "partyName", r.party_enterprise_id as "partyFirm",
           r.share_ppm as "sharePpm", r.amount_fen as "amountFen", r.since::text as since
    from relation r
    join enterprise e on e.id = r.enterprise_id
    left join enterprise p on p.id = r.party_enterprise_id
    where (r.enterprise_id = any(${firms}::uuid[]) or r.party_enterprise_id = any(${firms}::uuid[])
           or (r.party = any(${parties}::text[]) and r.kind in ('controller', 'legal-representative')))
      and (r.kind <> 'trade' or ${self}::uuid in (r.enterprise_id, r.party_enterprise_id))
      and (r.since is null or r.since <= ${day}::date) and (r.until is null or r.until > ${day}::date)
    order by r.kind = 'trade', r.kind, r.enterprise_id, r.id limit 200`;

/** Of some firms, those with a loan that is overdue for ninety days or written off, as far as the reader sees loans. */
export const firmsOverdue = (tx: Tx, firms: readonly string[]) =>
  tx.$queryRaw<{ id: string }[]>`
    select distinct l.enterprise_id as id from loan l
    join lateral (select c.tier, c.dpd from loan_class c where c.enterprise_id = l.enterprise_id and c.loan_id = l.id
                  order by c.as_of desc, c.recorded_at desc limit 1) c on c.dpd >= 90 or c.tier = 'loss'
    where l.settled_on is null and l.enterprise_id = any(${firms}::uuid[])`;

/** Of some firms, those with a public record of dishonesty in force that may be disclosed. */
export const firmsListed = (tx: Tx, firms: readonly string[], day: Day) =>
  tx.$queryRaw<{ id: string }[]>`
    select distinct f.enterprise_id as id from disclosed_fact f
    where f.enterprise_id = any(${firms}::uuid[]) and f.item in ('court.dishonesty', 'list.serious-dishonesty')
      and (f.ended_on is null or f.ended_on > ${day}::date) and ${isRetained()}`;

/** What the register says of the firm that is portrayed. */
export const findPortrayed = (tx: Tx, id: EnterpriseId) =>
  tx.enterprise.findUniqueOrThrow({
    where: { id },
    select: { name: true, uscc: true, regionCode: true, industryCode: true, establishedOn: true },
  });

/** The scores of a scope, the oldest first; of the full scope only those that the consent in force opened. */
export async function scoreTrend(
  tx: Tx,
  enterpriseId: EnterpriseId,
  which: { readonly scope: 'public' } | { readonly scope: 'full'; readonly consentId: ConsentId | null },
) {
  const rows = await tx.scoreSheet.findMany({
    where: { enterpriseId, ...which },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 24,
    select: { createdAt: true, milliPoints: true },
  });
  return rows
    .reverse()
    .map(({ createdAt, milliPoints }) => ({ madeAt: createdAt.toISOString(), milliPoints }));
}

export async function namesOfFirms(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const firms = await tx.enterprise.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(firms.map(({ id, name }) => [id, name]));
}
