import type { AnchoredHead, ChainRow } from '~/server/audit/chain-check.ts';
import type { Tx } from '~/server/db/client.ts';

/** Where a walk through all chains stands. */
export type ChainPlace = { readonly stream: string; readonly seq: bigint };

/** The next lines of all chains in the order of stream and number, each with its chain's head of this moment. */
export const readChains = (
  tx: Tx,
  after: ChainPlace | null,
  limit: number,
): Promise<ChainRow[]> => tx.$queryRaw<ChainRow[]>`
  select e.stream, e.seq, e.at, e.user_id as "userId", e.user_name as "userName", e.role,
         e.institution_id as "institutionId", e.enterprise_id as "enterpriseId", e.action, e.purpose,
         e.consent_id as "consentId", e.outcome, e.body, e.previous_hash as "previousHash", e.hash,
         h.seq as "headSeq", h.hash as "headHash"
  from audit_entry e left join audit_head h on h.stream = e.stream
  where (e.stream, e.seq) > (${after?.stream ?? ''}, ${after?.seq ?? 0n})
  order by e.stream, e.seq
  limit ${limit}`;

/** A chain whose head has no line: all its lines, or its last ones, are gone. */
export async function findCutHead(tx: Tx): Promise<ChainPlace | null> {
  const [row] = await tx.$queryRaw<ChainPlace[]>`
    select h.stream, h.seq from audit_head h
    where h.seq > 0 and not exists (select 1 from audit_entry e where e.stream = h.stream and e.seq = h.seq)
    order by h.stream limit 1`;
  return row ?? null;
}

/** The first anchored head whose line is gone or has another hash. */
export async function findLostAnchor(tx: Tx, heads: readonly AnchoredHead[]): Promise<ChainPlace | null> {
  const [row] = await tx.$queryRaw<ChainPlace[]>`
    select a.stream, a.seq
    from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as a (stream text, seq bigint, hash text)
    left join audit_entry e on e.stream = a.stream and e.seq = a.seq
    where e.hash is distinct from a.hash
    order by a.stream, a.seq limit 1`;
  return row ?? null;
}

export const countEntries = async (tx: Tx): Promise<number> => {
  const [row] = await tx.$queryRaw<
    { n: bigint }[]
  >`select coalesce(sum(seq), 0)::bigint as n from audit_head`;
  return Number(row?.n ?? 0);
};

/** When heads were last anchored, as the platform's chain tells. */
export async function lastAnchorAt(tx: Tx, action: string): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ at: Date }[]>`
    select at from audit_entry where stream = 'platform' and action = ${action} order by seq desc limit 1`;
  return row?.at ?? null;
}

/** The heads of firms' chains that grew since an instant, as they are now. */
export const headsChangedSince = (tx: Tx, since: Date): Promise<(ChainPlace & { readonly hash: string })[]> =>
  tx.$queryRaw`
    select h.stream, h.seq, h.hash from audit_head h
    where h.stream in (select stream from audit_entry where at >= ${since} and stream <> 'platform')
    order by h.stream`;
