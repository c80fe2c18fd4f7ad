import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

export type Holding = {
  readonly item: string;
  readonly records: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly known_at: Date;
};

/** What is held about a firm, item by item. */
export const findHoldings = (tx: Tx, firm: EnterpriseId): Promise<Holding[]> =>
  tx.$queryRaw<Holding[]>`
    select item, count(*)::int as records, min(occurred_on)::text as first, max(occurred_on)::text as last,
           max(known_at) as known_at
    from current_fact where enterprise_id = ${firm}::uuid group by item`;

export type FactRow = {
  readonly id: string;
  readonly item_version: number;
  readonly batch_id: string;
  readonly op: string;
  readonly occurred_on: string | null;
  readonly precision: 'day' | 'month' | 'year';
  readonly ended_on: string | null;
  readonly amount_fen: bigint | null;
  readonly quantity: number | null;
  readonly category: string | null;
  readonly detail: { readonly [name: string]: string } | null;
  readonly known_at: Date;
};

/** The last row of the page before. */
export type FactCursor = { readonly on: string; readonly id: string };

type FactQuery = {
  readonly firm: EnterpriseId;
  readonly item: string;
  /** Facts as they were known before this instant. */
  readonly knownBefore: Date;
  /** Whether what is sealed by now is replayed: to the subject and the audit role alone. */
  readonly replays: boolean;
  readonly after: FactCursor | undefined;
  readonly limit: number;
};

const undated = '0001-01-01';

/**
 * The facts of one item as they were known at an instant, the newest first; what was corrected, revoked or sealed by
 * then is left out, and what was corrected later is still there (domain.md edge case 15: "as known on").
 */
export function findFactsKnown(
  tx: Tx,
  { firm, item, knownBefore, replays, after, limit }: FactQuery,
): Promise<FactRow[]> {
  const on = after?.on ?? null;
  return tx.$queryRaw<FactRow[]>`
    select f.id, f.item_version, f.batch_id, f.op, f.occurred_on::text, f.precision, f.ended_on::text, f.amount_fen, f.quantity,
           f.category, f.detail, f.known_at
    from fact f
    where f.enterprise_id = ${firm}::uuid and f.item = ${item} and f.op in ('assert', 'correct')
      and f.known_at < ${knownBefore}
      and not exists (select 1 from fact s where s.enterprise_id = f.enterprise_id and s.supersedes = f.id
                      and s.known_at < ${knownBefore})
      and (${replays} or not exists (
        select 1 from fact s where s.enterprise_id = f.enterprise_id and s.item = f.item and s.source_key = f.source_key
          and s.op = 'seal' and not exists (select 1 from fact n where n.enterprise_id = s.enterprise_id and n.supersedes = s.id)))
      and (${on}::date is null or (coalesce(f.occurred_on, ${undated}::date), f.id) < (${on}::date, ${after?.id ?? null}::uuid))
    order by coalesce(f.occurred_on, ${undated}::date) desc, f.id desc
    limit ${limit}`;
}

export const cursorOf = (row: FactRow): FactCursor => ({ on: row.occurred_on ?? undated, id: row.id });

/** How many facts of the item were known before the instant. */
export async function countFactsKnown(
  tx: Tx,
  { firm, item, knownBefore }: Omit<FactQuery, 'after' | 'limit' | 'replays'>,
) {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from fact f
    where f.enterprise_id = ${firm}::uuid and f.item = ${item} and f.op in ('assert', 'correct') and f.known_at < ${knownBefore}
      and not exists (select 1 from fact s where s.enterprise_id = f.enterprise_id and s.supersedes = f.id
                      and s.known_at < ${knownBefore})`;
  return row?.n ?? 0;
}

export type ReaderRow = {
  readonly seq: bigint;
  readonly at: Date;
  readonly user_name: string;
  readonly role: string;
  readonly action: string;
  readonly purpose: string | null;
  readonly consent_id: string | null;
  readonly outcome: string;
  readonly institution_zh: string | null;
  readonly institution_en: string | null;
  readonly body: string;
};

type ReaderQuery = {
  readonly firm: EnterpriseId;
  readonly others: boolean;
  readonly before: bigint | null;
  readonly limit: number;
};

/** The lines of a firm's audit chain, the newest first; `others` leaves out what the firm's own people did. */
export const findReaders = (tx: Tx, { firm, others, before, limit }: ReaderQuery): Promise<ReaderRow[]> =>
  tx.$queryRaw<ReaderRow[]>`
    select a.seq, a.at, a.user_name, a.role, a.action, a.purpose, a.consent_id, a.outcome, a.body,
           i.name_zh as institution_zh, i.name_en as institution_en
    from audit_entry a left join institution i on i.id = a.institution_id
    where a.stream = ${`firm:${firm}`} and (${before}::bigint is null or a.seq < ${before}::bigint)
      and (not ${others} or a.role not in ('owner', 'clerk'))
    order by a.seq desc limit ${limit}`;
