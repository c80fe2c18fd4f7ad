import { randomBytes, randomUUID } from 'node:crypto';
import type { EnterpriseId, FactId } from '~/domain/kernel/id.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';

export type RecordParts = {
  readonly id?: string;
  readonly occurredOn?: string | null;
  readonly endedOn?: string | null;
  readonly amount?: bigint | null;
  readonly quantity?: number | null;
  readonly category?: string | null;
  readonly detail?: { readonly [name: string]: string } | null;
};

type Given = {
  readonly item: string;
  /** A data set speaks for its own firms; a register (left out) for all firms with a credit code. */
  readonly dataSet?: string;
  readonly at: Date;
  readonly records?: readonly (RecordParts & { readonly firm: EnterpriseId })[];
};

const provider = '00000000-0000-4000-8000-00000000000a';

/** One accepted delivery of one item with its facts, as ingestion leaves it. Returns its batch and facts. */
export function deliver({ item, dataSet, at, records = [] }: Given) {
  const batchId = randomUUID();
  return withBatchTransaction(async ({ client }) => {
    await client.query(
      `insert into record_batch (id, provider_id, mapping, item, file_name, file_hash, file_bytes, state, received_at)
       values ($1, $2, $3, $4, 'delivery.csv', '', 0, 'accepted', $5)`,
      [batchId, provider, dataSet ? `${dataSet}/table` : 'delivery', dataSet ? null : item, at],
    );
    await client.query(
      `insert into item_delivery (batch_id, item, provider_id, received_at, rows_read, rows_accepted, rows_duplicate, rows_quarantined)
       values ($1, $2, $3, $4, $5, $5, 0, 0)`,
      [batchId, item, provider, at, records.length],
    );
    const facts: FactId[] = [];
    for (const { firm, id = randomUUID(), ...parts } of records) {
      const {
        occurredOn = null,
        endedOn = null,
        amount = null,
        quantity = null,
        category = null,
        detail = null,
      } = parts;
      await client.query(
        `insert into fact (enterprise_id, id, item, item_version, provider_id, batch_id, source_key, occurred_on, ended_on,
                           amount_fen, quantity, category, known_at, detail)
         values ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          firm,
          id,
          item,
          provider,
          batchId,
          randomBytes(16),
          occurredOn,
          endedOn,
          amount,
          quantity,
          category,
          at,
          detail,
        ],
      );
      facts.push(id as FactId);
    }
    return { batchId, facts };
  });
}

/** Seals a fact, as a repair does: it is neither shown nor used from then on. */
export const seal = (firm: EnterpriseId, fact: FactId, at: Date) =>
  withBatchTransaction(({ client }) =>
    client.query(
      `insert into fact (enterprise_id, id, item, item_version, provider_id, batch_id, source_key, op, supersedes, known_at)
       select enterprise_id, gen_random_uuid(), item, item_version, provider_id, batch_id, source_key, 'seal', id, $3
       from fact where enterprise_id = $1 and id = $2`,
      [firm, fact, at],
    ),
  );
