import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { EvaluationConsent } from '~/domain/feature/scope.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';
import { type FirmSheet, resultColumns, sheetLine, sheetObject } from '~/server/score/sheet-row.ts';

/**
 * Which firms a run scores: all that belong to the scored population, those of which something can have changed since the
 * last run of this process (`due`), or those that one batch of records touched.
 */
export type Selection = { readonly batchId: string } | 'all' | 'due';

/** One run at a time: a second one would write the same sheets again. */
export const lockRun = ({ client }: BatchTx) =>
  client.query("select pg_advisory_xact_lock(hashtext('score.province'))");

export type RunConsent = EvaluationConsent & { readonly consentId: ConsentId };

const activeConsents = `
  select distinct on (enterprise_id) enterprise_id, id, items, data_from, data_to from consent
  where recipient_kind = 'platform' and purpose = 'evaluation' and valid_from <= $1 and valid_to > $1
    and (revoked_at is null or revoked_at > $1) and (paused_at is null or paused_at > $1)
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
 * The firms that a batch of records touched. Registered firms whose records it corrects or revokes are left to their
 * restatement, which tells the firm before a fall takes effect (domain.md row D7).
 */
export async function firmsOfBatch({ client }: BatchTx, batchId: string): Promise<string[]> {
  const { rows } = await client.query(
    `select enterprise_id::text as id from fact where batch_id = $1 group by enterprise_id
     having not (bool_or(supersedes is not null)
                 and exists (select 1 from user_account u where u.enterprise_id = fact.enterprise_id))`,
    [batchId],
  );
  return rows.map(({ id }) => id);
}

const stagedColumns = resultColumns.join(', ');
const compared = stagedColumns.replace('enterprise_id, scope, ', '');
const of = (alias: string, columns: string): string => columns.replaceAll(/\w+/g, `${alias}.$&`);

/** The sheets of a run as they are made, and how many there may be. */
export type MadeSheets = { readonly all: AsyncIterable<FirmSheet>; readonly most: number };

export type SheetsMoment = { readonly asOf: Day; readonly knownAt: Date; readonly cause: string };

/** From so many sheets on COPY into a stage is sooner done than one statement with all of them. */
const worthStage = 2_000;
const linesAtOnce = 512;
const rowsAtOnce = 160;

/** Writes the sheets that say something else than the last one of their firm and scope; returns how many. */
export async function storeSheets(tx: BatchTx, { all, most }: MadeSheets, moment: SheetsMoment) {
  if (most < worthStage) return storeFew(tx, all, moment);
  await tx.client.query(
    `create temporary table sheet_stage on commit drop as select ${stagedColumns} from score_sheet with no data`,
  );
  await pipeline(linesOf(all), tx.client.query(copyFrom(`copy sheet_stage (${stagedColumns}) from stdin`)));
  await tx.client.query('analyze sheet_stage');
  return writeChanged(tx, 'sheet_stage', moment);
}

/** Some sheets at a time, one statement after the other, while the next ones are worded. */
async function storeFew(tx: BatchTx, all: MadeSheets['all'], moment: SheetsMoment): Promise<number> {
  const source = 'json_populate_recordset(null::score_sheet, $4::json)';
  let writing: Promise<number> = Promise.resolve(0);
  let rows: object[] = [];
  const write = () => {
    const some = JSON.stringify(rows);
    rows = [];
    writing = writing.then(async (sum) => sum + (await writeChanged(tx, source, moment, [some])));
    writing.catch(() => undefined); // whoever awaits the last one hears of it
  };
  for await (const sheet of all) {
    rows.push(sheetObject(sheet));
    if (rows.length < rowsAtOnce) continue;
    write();
    await setImmediate();
  }
  if (rows.length > 0) write();
  return writing;
}

async function* linesOf(sheets: AsyncIterable<FirmSheet>) {
  let lines: string[] = [];
  for await (const sheet of sheets) {
    lines.push(sheetLine(sheet));
    if (lines.length < linesAtOnce) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

async function writeChanged(
  { client }: BatchTx,
  source: string,
  { asOf, knownAt, cause }: SheetsMoment,
  values: readonly unknown[] = [],
): Promise<number> {
  const { rowCount } = await client.query(
    `insert into score_sheet (${stagedColumns}, as_of, known_at, created_at, cause)
     select ${of('n', stagedColumns)}, $1, $2, $2, $3
     from ${source} n
     left join lateral (
       select * from score_sheet s where s.enterprise_id = n.enterprise_id and s.scope = n.scope
       order by s.created_at desc, s.id desc limit 1) l on true
     where (l.id is null or (${of('l', compared)}) is distinct from (${of('n', compared)}))
       -- a fall that was announced to the firm waits for its day
       and not (coalesce(n.milli_points <= l.milli_points, false) and exists (
         select 1 from restatement r where r.enterprise_id = n.enterprise_id and r.scope = n.scope
           and r.state = 'announced' and r.effective_on > $1))`,
    [asOf, knownAt, cause, ...values],
  );
  return rowCount ?? 0;
}
