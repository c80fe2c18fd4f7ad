import type { Declaration } from '~/domain/declaration/declaration.ts';
import {
  type DeclaredFact,
  declaredItems,
  type HeldFact,
  type Step,
} from '~/domain/declaration/declared-fact.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import { sourceKey } from '~/domain/record/source-key.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';

/** Keeps two entries of one firm apart until the transaction ends. */
export const lockEntries = ({ client }: BatchTx, firm: EnterpriseId) =>
  client.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`declaration:${firm}`]);

/** Every declaration that the firm ever made, as far as records follow from it. */
export async function allDeclarations({ client }: BatchTx, firm: EnterpriseId): Promise<Declaration[]> {
  const { rows } = await client.query<
    {
      readonly [name in 'id' | 'state' | 'doubted_by']: string;
    } & { year: number; employees: number | null; signed_at: Date; decided_at: Date | null } & {
      readonly [name in 'revenue' | 'assets' | 'orders']: string | null;
    }
  >(
    `select id, state, figures_year as year, employees, revenue_fen::text as revenue, assets_fen::text as assets,
            orders_fen::text as orders, signed_at, decided_at, doubted_by
     from declaration where enterprise_id = $1 order by signed_at`,
    [firm],
  );
  const fenOf = (digits: string | null) => (digits === null ? null : fen(BigInt(digits)));
  return rows.map((row) => ({
    ...{ id: row.id, enterpriseId: firm, state: row.state as Declaration['state'], year: row.year },
    ...{
      employees: row.employees,
      revenue: fenOf(row.revenue),
      assets: fenOf(row.assets),
      orders: fenOf(row.orders),
    },
    ...{ signedAt: row.signed_at, decidedAt: row.decided_at, doubtedBy: row.doubted_by },
    ...{ answerDue: null, isAnswered: false },
  }));
}

const hexOf = (key: string): string => sourceKey('declaration', [key]);

type Row = Omit<DeclaredFact, 'key' | 'amount'> & {
  readonly factId: string;
  readonly hex: string;
  readonly amount: string | null;
};

/**
 * What stands of the firm's declared records: all of the items that only firms declare, and of the promises those that
 * the keys name. A record that no key names any more carries its own as its name.
 */
export async function standingFacts(
  { client }: BatchTx,
  firm: EnterpriseId,
  keys: readonly string[],
): Promise<HeldFact[]> {
  const names = new Map(keys.map((key) => [hexOf(key), key]));
  const { rows } = await client.query<Row>(
    `select id as "factId", item, encode(source_key, 'hex') as hex, occurred_on::text as "occurredOn", precision,
            amount_fen::text as amount, quantity, category
     from current_fact
     where enterprise_id = $1 and item = any($2) and (item like 'declared.%' or encode(source_key, 'hex') = any($3))`,
    [firm, [...declaredItems], [...names.keys()]],
  );
  return rows.map(({ hex, amount, ...row }) => ({
    ...row,
    occurredOn: row.occurredOn as Day,
    amount: amount === null ? null : BigInt(amount),
    key: names.get(hex) ?? hex,
  }));
}

type Entry = {
  readonly batchId: string;
  readonly item: string;
  readonly firm: EnterpriseId;
  readonly at: Date;
};
export type Source = { readonly version: number; readonly providerId: string };

/** Adds the next rows of the records of one item, under a batch that names the declaration as its source. */
export async function addSteps(
  { client }: BatchTx,
  { version, providerId }: Source,
  { batchId, item, firm, at }: Entry,
  steps: readonly Step[],
): Promise<void> {
  for (const { op, supersedes, fact } of steps)
    await client.query(
      `insert into fact (enterprise_id, id, item, item_version, provider_id, batch_id, source_key, op, supersedes, occurred_on,
                         precision, amount_fen, quantity, category, known_at)
       select $1, gen_random_uuid(), $2, $3, $4, $5,
              coalesce((select source_key from fact where enterprise_id = $1 and id = $7), decode($6, 'hex')),
              $8, $7::uuid, $9::date, $10, $11::bigint, $12::integer, $13, $14`,
      [
        ...[firm, item, version, providerId, batchId, hexOf(fact.key), supersedes, op],
        ...[fact.occurredOn, fact.precision, fact.amount, fact.quantity, fact.category, at],
      ],
    );
}

/** Says that the item was supplied: how fresh declared figures are follows from it. */
export const noteSupply = (
  { client }: BatchTx,
  { providerId }: Source,
  { batchId, item, at }: Entry,
  rows: number,
) =>
  client.query(
    `insert into item_delivery (batch_id, item, provider_id, received_at, rows_read, rows_accepted, rows_duplicate, rows_quarantined)
     values ($1, $2, $3, $4, $5, $5, 0, 0)`,
    [batchId, item, providerId, at, rows],
  );
