import type { Authority } from '~/domain/record/precedence.ts';
import type { Claims, Party } from '~/domain/record/three-way.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';
import type { Tx } from '~/server/db/client.ts';
import type { Claim } from '~/server/record/store-reconcile.ts';

export type Weighed = {
  readonly id: string;
  readonly own: Claim | null;
  readonly provider: Claim | null;
  readonly third: Claim | null;
  readonly providerSpeaks: boolean;
  readonly thirdSpeaks: boolean;
  readonly decidedHere: boolean;
};

/** What each source says, a silent one left out. */
export const claimsOf = (row: Omit<Weighed, 'id' | 'decidedHere'>): Claims<Claim> => ({
  own: row.own,
  ...(row.providerSpeaks && { provider: row.provider }),
  ...(row.thirdSpeaks && { third: row.third }),
});

const weighed = `q.id, q.own, nullif(q.provider, 'null') as provider, nullif(q.third, 'null') as third,
  q.provider is not null as "providerSpeaks", q.third is not null as "thirdSpeaks", q.decided_here as "decidedHere"`;

/** What a comparison put into the queue and nobody has decided. */
export async function undecidedOf({ client }: BatchTx, reconciliationId: string): Promise<Weighed[]> {
  const { rows } = await client.query<Weighed>(
    `select ${weighed} from reconciliation_conflict q where q.reconciliation_id = $1 and q.verdict is null order by q.id`,
    [reconciliationId],
  );
  return rows;
}

/** Lets the authority's word stand in these conflicts. */
export async function letStand(
  { client }: BatchTx,
  ids: readonly string[],
  { party, at }: { readonly party: Party; readonly at: Date },
): Promise<void> {
  await client.query(
    `update reconciliation_conflict set verdict = $2, stood = true, decided_at = $3
     where id = any($1::uuid[]) and verdict is null`,
    [ids, party, at],
  );
}

export type WeighedConflict = Weighed & { readonly item: string; readonly authority: Authority };

/** One conflict as the rule of precedence sees it. */
export async function findWeighed(tx: Tx, id: string): Promise<WeighedConflict | null> {
  const rows = await tx.$queryRaw<WeighedConflict[]>`
    select q.id, q.own, nullif(q.provider, 'null') as provider, nullif(q.third, 'null') as third,
           q.provider is not null as "providerSpeaks", q.third is not null as "thirdSpeaks",
           q.decided_here as "decidedHere", q.item, r.authority
    from reconciliation_conflict q join reconciliation r on r.id = q.reconciliation_id where q.id = ${id}::uuid`;
  return rows[0] ?? null;
}
