import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';

/** A case that now stands in another firm's book, and the one that it was carried from. */
export type Carried = {
  readonly id: string;
  readonly enterpriseId: EnterpriseId;
  readonly providerId: InstitutionId;
  readonly item: string;
  readonly kind: 'objection' | 'repair';
};

/** Cases are carried by one at a time. */
export const lockCarrying = (tx: Tx) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('repair.carry-cases', 0))`;

const toCarry = {
  objection: Prisma.sql`objection`,
  repair: Prisma.sql`repair`,
} as const;

/** The columns of a case that its history since the filing fills: they are copied as they stand. */
const told = {
  objection: Prisma.sql`provider_id, regime, regime_version, ground, body, state, round, filed_by, received_at, due_on, provisional,
    extended, suspends, escalated_on, verdict, answer, evidence, answered_by, answered_at, appeal, appealed_at, appeal_until, closed_at`,
  repair: Prisma.sql`provider_id, kind, regime_version, class, earliest_on, duties, promise, court_order, state, filed_by, filed_at,
    due_on, escalated_on, decision, decided_by, decided_at, closed_at`,
} as const;

const since = { objection: Prisma.sql`o.received_at`, repair: Prisma.sql`o.filed_at` } as const;

/**
 * Opens in the successors' books what was pending about records that they took over, as it stands and under its clocks;
 * of a spin-off only what was pending by then. Returns what was opened; what was carried before is left alone.
 */
export async function openCarried(tx: Tx, kind: Carried['kind']): Promise<Carried[]> {
  const rows = await tx.$queryRaw<Omit<Carried, 'kind'>[]>`
    insert into ${toCarry[kind]} (enterprise_id, id, item, source_key, fact_id, ${told[kind]})
    select c.enterprise_id, inherited_id(o.id, e.id), c.item, c.source_key, c.id, ${qualified(told[kind])}
    from standing_succession e
    join ${toCarry[kind]} o on o.enterprise_id = e.enterprise_id and o.closed_at is null
    join fact c on c.enterprise_id = e.successor_id and c.id = inherited_id(o.fact_id, e.id)
    where (e.kind <> 'spin-off' or ${since[kind]} < e.known_at)
      and not exists (select 1 from ${toCarry[kind]} n where n.enterprise_id = e.successor_id and n.id = inherited_id(o.id, e.id))
    on conflict do nothing
    returning id, enterprise_id as "enterpriseId", provider_id as "providerId", item`;
  return rows.map((row) => ({ ...row, kind }));
}

/** The same columns of the case that is read. */
const qualified = (columns: Prisma.Sql): Prisma.Sql =>
  Prisma.raw(columns.sql.replace(/(\w+)(,|$)/g, 'o.$1$2'));

/** The steps of carried cases, as they were taken before. */
export const copySteps = (tx: Tx) => tx.$executeRaw`
  insert into rights_event (enterprise_id, id, case_id, case_kind, provider_id, kind, party, user_id, user_name, body, at)
  select e.successor_id, inherited_id(v.id, e.id), inherited_id(v.case_id, e.id), v.case_kind, v.provider_id, v.kind, v.party,
         v.user_id, v.user_name, v.body, v.at
  from standing_succession e
  join rights_event v on v.enterprise_id = e.enterprise_id and v.kind not in ('carried-over', 'carried-back')
  where (exists (select 1 from objection n where n.enterprise_id = e.successor_id and n.id = inherited_id(v.case_id, e.id))
         or exists (select 1 from repair n where n.enterprise_id = e.successor_id and n.id = inherited_id(v.case_id, e.id)))
    and not exists (select 1 from rights_event n where n.enterprise_id = e.successor_id and n.id = inherited_id(v.id, e.id))
    and not exists (select 1 from rights_event n where n.enterprise_id = e.successor_id
                    and n.case_id = inherited_id(v.case_id, e.id) and n.kind = 'carried-over')`;

/** The last words of a firm beside records that others took over. */
export const copyStatements = (tx: Tx) => tx.$executeRaw`
  insert into fact_statement (enterprise_id, id, item, source_key, body, user_id, user_name, at)
  select distinct c.enterprise_id, inherited_id(s.id, e.id), c.item, c.source_key, s.body, s.user_id, s.user_name, s.at
  from standing_succession e
  join fact_statement s on s.enterprise_id = e.enterprise_id and (e.kind <> 'spin-off' or s.at < e.known_at)
  join fact f on f.enterprise_id = s.enterprise_id and f.item = s.item and f.source_key = s.source_key
  join fact c on c.enterprise_id = e.successor_id and c.id = inherited_id(f.id, e.id)
  where not exists (select 1 from fact_statement n where n.enterprise_id = e.successor_id and n.id = inherited_id(s.id, e.id))
    and not exists (select 1 from fact_statement l where l.enterprise_id = s.enterprise_id and l.item = s.item
                    and l.source_key = s.source_key and (l.at, l.id) > (s.at, s.id))`;

/** Cases of dissolved firms that their successors go on with; they end here. */
export async function closeCarried(tx: Tx, kind: Carried['kind'], at: Date): Promise<Carried[]> {
  const quiet = kind === 'objection' ? Prisma.sql`, suspends = false` : Prisma.empty;
  const rows = await tx.$queryRaw<Omit<Carried, 'kind'>[]>`
    update ${toCarry[kind]} o set state = 'moot', due_on = null, closed_at = ${at} ${quiet}
    where o.closed_at is null and exists (
      select 1 from standing_succession e
      join ${toCarry[kind]} n on n.enterprise_id = e.successor_id and n.id = inherited_id(o.id, e.id)
      where e.enterprise_id = o.enterprise_id and e.kind in ('merge', 'split'))
    returning o.id, o.enterprise_id as "enterpriseId", o.provider_id as "providerId", o.item`;
  return rows.map((row) => ({ ...row, kind }));
}

/**
 * What a succession that was undone had carried over and is pending goes back: the former firm's case stands again where
 * the successor's stood. Returns the former firm's cases.
 */
export async function reopenCarried(tx: Tx, kind: Carried['kind']): Promise<Carried[]> {
  const quiet = kind === 'objection' ? Prisma.sql`, suspends = n.suspends, round = n.round` : Prisma.empty;
  const rows = await tx.$queryRaw<Omit<Carried, 'kind'>[]>`
    update ${toCarry[kind]} o set state = n.state, due_on = n.due_on, closed_at = null ${quiet}
    from enterprise_succession u
    join enterprise_succession e on e.enterprise_id = u.enterprise_id and e.id = u.undoes
    join ${toCarry[kind]} n on n.enterprise_id = e.successor_id and n.closed_at is null
    where u.kind = 'undo' and o.enterprise_id = e.enterprise_id and o.state = 'moot' and n.id = inherited_id(o.id, e.id)
      and exists (select 1 from rights_event v where v.enterprise_id = o.enterprise_id and v.case_id = o.id and v.kind = 'carried-over')
      and not exists (select 1 from ${toCarry[kind]} p where p.enterprise_id = o.enterprise_id and p.item = o.item
                      and p.source_key = o.source_key and p.closed_at is null)
    returning o.id, o.enterprise_id as "enterpriseId", o.provider_id as "providerId", o.item`;
  return rows.map((row) => ({ ...row, kind }));
}

/** Pending cases whose succession was undone end with it in the successors' books. */
export async function endUndone(tx: Tx, kind: Carried['kind'], at: Date): Promise<Carried[]> {
  const quiet = kind === 'objection' ? Prisma.sql`, suspends = false` : Prisma.empty;
  const rows = await tx.$queryRaw<Omit<Carried, 'kind'>[]>`
    update ${toCarry[kind]} n set state = 'moot', due_on = null, closed_at = ${at} ${quiet}
    from enterprise_succession u
    join enterprise_succession e on e.enterprise_id = u.enterprise_id and e.id = u.undoes
    join ${toCarry[kind]} o on o.enterprise_id = e.enterprise_id
    where u.kind = 'undo' and n.enterprise_id = e.successor_id and n.id = inherited_id(o.id, e.id) and n.closed_at is null
    returning n.id, n.enterprise_id as "enterpriseId", n.provider_id as "providerId", n.item`;
  return rows.map((row) => ({ ...row, kind }));
}
