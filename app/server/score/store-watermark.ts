import type { BatchTx } from '~/server/db/batch-client.ts';

/** Up to where the runs over many firms have looked at them (see the table `score_watermark`). */
export type Watermark = {
  readonly follower: string;
  readonly snapshot: string;
  readonly cardHash: string;
  /** The instant of the last run that looked at all that was due. */
  readonly knownAt: Date;
  readonly standings: Readonly<Record<string, string>>;
  readonly waiting: readonly string[];
};

export async function readWatermark({ client }: BatchTx): Promise<Watermark | null> {
  const { rows } = await client.query(
    `select follower, snapshot, card_hash as "cardHash", known_at as "knownAt", standings, waiting::text[] from score_watermark`,
  );
  return rows[0] ?? null;
}

export const writeWatermark = (
  { client }: BatchTx,
  { follower, snapshot, cardHash, knownAt, standings, waiting }: Watermark,
) =>
  client.query(
    `insert into score_watermark (id, follower, snapshot, card_hash, known_at, standings, waiting)
     values (1, $1, $2, $3, $4, $5, $6::uuid[])
     on conflict (id) do update set follower = excluded.follower, snapshot = excluded.snapshot, card_hash = excluded.card_hash,
       known_at = excluded.known_at, standings = excluded.standings, waiting = excluded.waiting`,
    [follower, snapshot, cardHash, knownAt, JSON.stringify(standings), waiting],
  );
