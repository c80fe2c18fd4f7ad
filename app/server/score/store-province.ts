import type { Readable, Writable } from 'node:stream';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { EvaluationConsent } from '~/domain/feature/scope.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';

/** Which firms a run scores: all that belong to the scored population, or those that one batch of records touched. */
export type Selection = { readonly batchId: string } | 'all';

export type RunItems = { readonly open: readonly string[]; readonly consent: readonly string[] };

/**
 * Firms that were cancelled or moved away are not scored (domain.md row D1). Of a batch, registered firms whose records it
 * corrects or revokes are left to their restatement, which tells the firm before a fall takes effect (row D7).
 */
const scored = (selection: Selection): string =>
  `e.status not in ('cancelled', 'moved-out')${
    selection === 'all'
      ? ''
      : ` and e.id in (select enterprise_id from fact where batch_id = ${literal(selection.batchId)})
        and not (e.id in (select enterprise_id from fact where batch_id = ${literal(selection.batchId)} and supersedes is not null)
                 and exists (select 1 from user_account u where u.enterprise_id = e.id))`
  }`;

/** COPY takes no parameters: everything that goes into its text passes here. */
function literal(value: string): string {
  if (!/^[\w.:+-]*$/.test(value)) throw new Error(`not a plain value: ${value}`);
  return `'${value}'`;
}

const list = (values: readonly string[]): string => `array[${values.map(literal).join()}]::text[]`;

export async function countScored({ client }: BatchTx, selection: Selection): Promise<number> {
  const { rows } = await client.query(
    `select count(*)::int as n from enterprise e where ${scored(selection)}`,
  );
  return rows[0].n;
}

/** One run at a time: a second one would write the same sheets again. */
export const lockRun = ({ client }: BatchTx) =>
  client.query("select pg_advisory_xact_lock(hashtext('score.province'))");

export type RunConsent = EvaluationConsent & { readonly consentId: ConsentId };

const activeConsents = `
  select distinct on (enterprise_id) enterprise_id, id, items, data_from, data_to from consent
  where recipient_kind = 'platform' and purpose = 'evaluation' and valid_from <= $1 and valid_to > $1
    and (revoked_at is null or revoked_at > $1)
  order by enterprise_id, granted_at desc, id`;

/** The evaluation consents in force at an instant, by firm. */
export async function activeEvaluations({ client }: BatchTx, at: Date): Promise<Map<string, RunConsent>> {
  const { rows } = await client.query(
    `select enterprise_id, id, items, data_from::text as "dataFrom", data_to::text as "dataTo" from (${activeConsents}) c`,
    [at],
  );
  return new Map(
    rows.map((row) => [
      row.enterprise_id as string,
      {
        consentId: row.id,
        items: new Set<string>(row.items),
        dataFrom: row.dataFrom as Day,
        dataTo: row.dataTo as Day,
      },
    ]),
  );
}

/**
 * The facts of every selected firm as known at an instant, firm after firm, as lines of COPY's text format: firm,
 * population, then the fact (all `\N` for a firm without one). Consent items come only for firms that opened them.
 */
export async function openFacts(
  tx: BatchTx,
  selection: Selection,
  items: RunItems,
  knownAt: Date,
): Promise<Readable> {
  const at = `${literal(knownAt.toISOString())}::timestamptz`;
  await tx.client.query("set local work_mem = '64MB'");
  await tx.client.query(
    `create temporary table opened on commit drop as ${activeConsents.replaceAll('$1', at)}`,
  );
  await tx.client.query('analyze opened');
  return tx.client.query(
    copyTo(`copy (
      select e.id, case when e.external_id is null then 'registers' else e.source end, f.id, f.item, f.occurred_on,
             f.ended_on, f.amount_fen, f.quantity, f.category, (f.known_at at time zone 'Asia/Shanghai')::date
      from enterprise e
      left join opened o on o.enterprise_id = e.id
      left join fact f on f.enterprise_id = e.id and f.op in ('assert', 'correct') and f.known_at <= ${at}
        and (f.item = any(${list(items.open)}) or (f.item = any(${list(items.consent)}) and f.item = any(o.items)))
        and not exists (select 1 from fact s where s.enterprise_id = f.enterprise_id and s.supersedes = f.id
                        and s.known_at <= ${at})
      where ${scored(selection)}
      order by e.id) to stdout`),
  );
}

const stagedColumns = `enterprise_id, scope, consent_id, card_version, milli_points, grade, coverage_ppm,
  dimension_milli, features, missing, reasons, veto_fact_id`;

/** A stage for sheets that only this transaction sees. */
export async function openSheetStage({ client }: BatchTx): Promise<Writable> {
  await client.query(
    `create temporary table sheet_stage on commit drop as select ${stagedColumns} from score_sheet with no data`,
  );
  return client.query(copyFrom(`copy sheet_stage (${stagedColumns}) from stdin`));
}

const compared = stagedColumns.replace('enterprise_id, scope, ', '');
const of = (alias: string, columns: string): string => columns.replaceAll(/\w+/g, `${alias}.$&`);

type Moment = { readonly asOf: Day; readonly knownAt: Date; readonly cause: string };

/** Writes the staged sheets that say something else than the last one of their firm and scope; returns how many. */
export async function writeChangedSheets(
  { client }: BatchTx,
  { asOf, knownAt, cause }: Moment,
): Promise<number> {
  await client.query('analyze sheet_stage');
  const { rowCount } = await client.query(
    `insert into score_sheet (${stagedColumns}, as_of, known_at, created_at, cause)
     select ${of('n', stagedColumns)}, $1, $2, $2, $3
     from sheet_stage n
     left join lateral (
       select * from score_sheet s where s.enterprise_id = n.enterprise_id and s.scope = n.scope
       order by s.created_at desc, s.id desc limit 1) l on true
     where (l.id is null or (${of('l', compared)}) is distinct from (${of('n', compared)}))
       -- a fall that was announced to the firm waits for its day
       and not (coalesce(n.milli_points <= l.milli_points, false) and exists (
         select 1 from restatement r where r.enterprise_id = n.enterprise_id and r.scope = n.scope
           and r.state = 'announced' and r.effective_on > $1))`,
    [asOf, knownAt, cause],
  );
  return rowCount ?? 0;
}
