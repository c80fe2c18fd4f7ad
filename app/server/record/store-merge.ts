import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Quarantined } from '~/domain/record/draft.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';
import type { RawRow } from '~/server/record/store-stage.ts';

export type BatchKey = { readonly batchId: string; readonly knownAt: Date };

/** Deliveries that touch the same items wait for each other: two could otherwise both find a record to be new. */
export async function lockProviders({ client }: BatchTx, providers: readonly InstitutionId[]): Promise<void> {
  for (const id of [...new Set(providers)].sort())
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`record.provider ${id}`]);
}

const content = 'occurred_on, precision, ended_on, amount_fen, quantity, category, detail';

/** Records that one delivery names alike but describes differently: none of them is taken. */
export async function quarantineConflicts({ client }: BatchTx): Promise<void> {
  await client.query(
    `with named_twice as (
       select firm, item, source_key from stage where source_key is not null
       group by firm, item, source_key having count(*) > 1),
     contradicting as (
       select firm, item, source_key from stage join named_twice using (firm, item, source_key)
       group by firm, item, source_key
       having min(row(${content}, registration)::text) <> max(row(${content}, registration)::text))
     update stage s set reason = 'record.key-conflict', reason_args = '{}'
     from contradicting c where s.firm = c.firm and s.item = c.item and s.source_key = c.source_key`,
  );
}

/** Records of credit codes that no register has named (see `registerFirms`). */
export async function quarantineUnknownFirms({ client }: BatchTx, firmColumn: string): Promise<void> {
  await client.query(
    `update stage s
     set reason = 'record.firm-unknown', reason_args = jsonb_build_object('text', s.firm), column_name = $1
     where s.reason is null and s.firm is not null and not exists (select 1 from named_firm n where n.firm = s.firm)`,
    [firmColumn],
  );
}

/**
 * Adds the facts that are new and corrects those whose source now says something else; what was said before in any
 * version is a duplicate, so that no order of deliveries brings an old version back. A revoked or sealed fact stays so.
 * Of two counts for one cell of a data set the larger is taken: counts grow, and no order of rows may decide.
 */
export async function mergeFacts({ client }: BatchTx, { batchId, knownAt }: BatchKey): Promise<void> {
  await client.query(
    `create temporary table incoming on commit drop as
     select distinct on (n.enterprise_id, s.item, s.source_key)
            n.enterprise_id, s.item, s.source_key, ${content.replaceAll(/\w+/g, 's.$&')},
            exists (select 1 from fact f where f.enterprise_id = n.enterprise_id and f.item = s.item
                    and f.source_key = s.source_key) as known
     from stage s join named_firm n on n.firm = s.firm
     where s.reason is null and s.source_key is not null
     order by n.enterprise_id, s.item, s.source_key, s.quantity desc nulls last, s.amount_fen desc nulls last`,
  );
  await client.query('analyze incoming (enterprise_id, item, known)');
  const columns = `enterprise_id, item, source_key, ${content}`;
  const values = columns.replaceAll(/\w+/g, 'i.$&');
  await client.query(
    `insert into fact (${columns}, item_version, provider_id, batch_id, op, known_at)
     select ${values}, c.version, c.provider_id, $1, 'assert', $2
     from incoming i join stage_item c on c.code = i.item where not i.known
     order by i.enterprise_id, i.item`,
    [batchId, knownAt],
  );
  await client.query(
    `insert into fact (${columns}, item_version, provider_id, batch_id, op, supersedes, known_at)
     select ${values}, c.version, c.provider_id, $1, 'correct', head.id, $2
     from incoming i join stage_item c on c.code = i.item
     join lateral (
       select f.id, f.op from fact f
       where f.enterprise_id = i.enterprise_id and f.item = i.item and f.source_key = i.source_key
         and not exists (select 1 from fact s where s.enterprise_id = f.enterprise_id and s.supersedes = f.id)
     ) head on head.op in ('assert', 'correct')
     where i.known and not exists (
       select 1 from fact f
       where f.enterprise_id = i.enterprise_id and f.item = i.item and f.source_key = i.source_key
         and (${content.replaceAll(/\w+/g, 'f.$&')}) is not distinct from (${content.replaceAll(/\w+/g, 'i.$&')}))`,
    [batchId, knownAt],
  );
}

/** Keeps the records at fault, with the column, the reason and the row as it came, for their provider. */
export async function keepQuarantine(
  { client }: BatchTx,
  batchId: string,
  providerId: InstitutionId,
): Promise<void> {
  await client.query(
    `insert into quarantine_row (provider_id, batch_id, row_no, record_no, item, column_name, reason, reason_args, raw)
     select $2, $1, row_no, record_no, item, column_name, reason, reason_args, raw::jsonb from stage where reason is not null`,
    [batchId, providerId],
  );
}

export type Fault = Quarantined & { readonly rowNo: number; readonly raw: RawRow };

/** The same for records whose faults were found on the way; each row is one record. */
export async function keepFaults(
  { client }: BatchTx,
  batchId: string,
  providerId: InstitutionId,
  faults: readonly Fault[],
): Promise<void> {
  if (faults.length === 0) return;
  const rows = faults.map(({ rowNo, item, column, problem: { code, ...args }, raw }) => ({
    ...{ row_no: rowNo, item, column_name: column, reason: code, reason_args: args, raw },
  }));
  await client.query(
    `insert into quarantine_row (provider_id, batch_id, row_no, record_no, item, column_name, reason, reason_args, raw)
     select $2, $1, row_no, 0, item, column_name, reason, reason_args, raw
     from jsonb_to_recordset($3::jsonb)
          as fault (row_no integer, item text, column_name text, reason text, reason_args jsonb, raw jsonb)`,
    [batchId, providerId, JSON.stringify(rows)],
  );
}
