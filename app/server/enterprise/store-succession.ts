import type { Succession, SuccessionKind } from '~/domain/enterprise/succession.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, UserId } from '~/domain/kernel/id.ts';
import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

export type FirmNamed = {
  readonly id: EnterpriseId;
  readonly uscc: string;
  readonly name: string;
  readonly status: string;
};

/** A firm by any code it ever had. */
export async function findFirmByCode(tx: Tx, uscc: string): Promise<FirmNamed | null> {
  const [row] = await tx.$queryRaw<FirmNamed[]>`
    select e.id, e.uscc, e.name, e.status from enterprise e
    where e.uscc = ${uscc} or e.id in (
      select i.enterprise_id from enterprise_identity i where i.scheme = 'uscc' and i.value = ${uscc})
    order by (e.uscc = ${uscc}) desc limit 1`;
  return row ?? null;
}

/** Successions of one firm happen one after another, and none beside one that could close a circle. */
export const lockSuccessions = (tx: Tx) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('enterprise.succession', 0))`;

type EdgeRow = {
  readonly kind: SuccessionKind;
  readonly from: EnterpriseId;
  readonly to: EnterpriseId;
  readonly share: number | null;
  readonly on: string;
};

/** The edges that stand and can be reached from any of the firms. */
export async function standingFrom(tx: Tx, firms: readonly EnterpriseId[]): Promise<Succession[]> {
  const rows = await tx.$queryRaw<EdgeRow[]>`
    with recursive reached as (
      select s.* from standing_succession s where s.enterprise_id = any(${firms}::uuid[])
      union select s.* from standing_succession s join reached r on s.enterprise_id = r.successor_id)
    select kind, enterprise_id as "from", successor_id as "to", share_ppm as share, effective_on::text as "on" from reached`;
  return rows.map(asEdge);
}

/** All edges that stand among firms that are joined by any, in whatever direction: caps run over such a family. */
export async function standingAround(tx: Tx, firms: readonly EnterpriseId[]): Promise<Succession[]> {
  const rows = await tx.$queryRaw<EdgeRow[]>`
    with recursive family as (
      select unnest(${firms}::uuid[]) as id
      union select case when s.enterprise_id = f.id then s.successor_id else s.enterprise_id end
            from standing_succession s join family f on f.id in (s.enterprise_id, s.successor_id))
    select s.kind, s.enterprise_id as "from", s.successor_id as "to", s.share_ppm as share, s.effective_on::text as "on"
    from standing_succession s where s.enterprise_id in (select id from family)`;
  return rows.map(asEdge);
}

const asEdge = ({ share, on, ...edge }: EdgeRow): Succession => ({
  ...edge,
  share: share === null ? null : ppm(share),
  effectiveOn: on as Day,
});

export type NewEdge = Succession & {
  readonly id: string;
  readonly basis: string;
  readonly recordedBy: UserId;
  readonly knownAt: Date;
};

export const addSuccession = (tx: Tx, { id, kind, from, to, share, effectiveOn, ...rest }: NewEdge) =>
  tx.enterpriseSuccession.createMany({
    data: [
      {
        id,
        kind,
        enterpriseId: from,
        successorId: to,
        sharePpm: share,
        effectiveOn: dateOfDay(effectiveOn),
        ...rest,
      },
    ],
  });

export type SuccessionShown = {
  readonly id: string;
  readonly kind: SuccessionKind;
  readonly from: string;
  readonly fromUscc: string;
  readonly to: string;
  readonly toUscc: string;
  readonly sharePpm: Ppm | null;
  readonly effectiveOn: Day;
  readonly basis: string;
  readonly knownAt: Date;
  readonly undoneAt: Date | null;
  readonly undoneBecause: string | null;
  readonly inherited: number;
};

/** Successions, the newest first, with what each carried over; `firm` takes those on either side. */
export const listSuccessions = (
  tx: Tx,
  firm: EnterpriseId | null,
  limit: number,
): Promise<SuccessionShown[]> =>
  tx.$queryRaw<SuccessionShown[]>`
    select s.id, s.kind, a.name as "from", a.uscc as "fromUscc", b.name as "to", b.uscc as "toUscc", s.share_ppm as "sharePpm",
           s.effective_on::text as "effectiveOn", s.basis, s.known_at as "knownAt", u.known_at as "undoneAt",
           u.basis as "undoneBecause",
           (select count(*) from fact f where f.enterprise_id = s.enterprise_id and exists (
              select 1 from fact c where c.enterprise_id = s.successor_id and c.id = inherited_id(f.id, s.id)))::int as inherited
    from enterprise_succession s
    join enterprise a on a.id = s.enterprise_id
    join enterprise b on b.id = s.successor_id
    left join enterprise_succession u on u.enterprise_id = s.enterprise_id and u.undoes = s.id
    where s.kind <> 'undo' and (${firm}::uuid is null or ${firm}::uuid in (s.enterprise_id, s.successor_id))
    order by s.known_at desc, s.id limit ${limit}`;

/** An edge that stands, by its id. */
export async function findStanding(tx: Tx, id: string) {
  const [row] = await tx.$queryRaw<(EdgeRow & { id: string })[]>`
    select id, kind, enterprise_id as "from", successor_id as "to", share_ppm as share, effective_on::text as "on"
    from standing_succession where id = ${id}::uuid`;
  return row ?? null;
}

export const addUndoing = (
  tx: Tx,
  row: {
    id: string;
    enterpriseId: EnterpriseId;
    undoes: string;
    basis: string;
    on: Day;
    recordedBy: UserId;
    knownAt: Date;
  },
) =>
  tx.enterpriseSuccession.createMany({
    data: [
      {
        ...{ id: row.id, enterpriseId: row.enterpriseId, kind: 'undo', undoes: row.undoes, basis: row.basis },
        ...{ effectiveOn: dateOfDay(row.on), recordedBy: row.recordedBy, knownAt: row.knownAt },
      },
    ],
  });

/** Codes and names of a firm, the oldest first. */
export const identityOf = (tx: Tx, firm: EnterpriseId) =>
  tx.$queryRaw<{ scheme: string; value: string; from: string | null; to: string | null; knownAt: Date }[]>`
    select scheme, value, valid_from::text as "from", valid_to::text as "to", known_at as "knownAt"
    from enterprise_identity where enterprise_id = ${firm}::uuid order by known_at, valid_from nulls first, scheme`;
