import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { type FactDraft, isQuarantined, type Quarantined, type Registration } from '~/domain/record/draft.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';

/** A row as it came: pairs of column and cell. */
export type RawRow = readonly (readonly [column: string, cell: string])[];

/** One record of a delivery on its way into the stage; without a record the row only names its firm. */
export type StagedRow = {
  readonly rowNo: number;
  readonly recordNo: number;
  readonly firm: string | null;
  readonly registration: Registration | null;
  readonly record: FactDraft | Quarantined | null;
  readonly raw: RawRow | null;
};

const stage = `
  create temporary table stage (
    row_no integer, record_no smallint, firm text, item text, source_key bytea, occurred_on date, precision text,
    ended_on date, amount_fen bigint, quantity integer, category text, detail jsonb,
    column_name text, reason text, reason_args jsonb, registration jsonb, raw text
  ) on commit drop`;

const chunkLength = 65_536;

/** Copies rows into a stage that only this transaction sees. What breaks the source breaks the transaction. */
export async function copyToStage({ client }: BatchTx, rows: AsyncIterable<StagedRow>): Promise<void> {
  await client.query(stage);
  await pipeline(chunksOf(rows), client.query(copyFrom('copy stage from stdin')));
  await client.query('analyze stage (firm, item, source_key, reason)');
}

async function* chunksOf(rows: AsyncIterable<StagedRow>): AsyncGenerator<Buffer> {
  let text = '';
  for await (const row of rows) {
    text += lineOf(row);
    if (text.length < chunkLength) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

/** A line of COPY's text format, in the order of the stage's columns. */
function lineOf({ rowNo, recordNo, firm, registration, record, raw }: StagedRow): string {
  const fields = record === null ? nothing : isQuarantined(record) ? fieldsAtFault(record) : fieldsOf(record);
  const cells = [rowNo, recordNo, firm, ...fields, jsonText(registration), jsonText(raw)];
  return `${cells.map(cellText).join('\t')}\n`;
}

type Cell = string | number | bigint | null;

const nothing: readonly Cell[] = Array.from({ length: 12 }, () => null);

const fieldsOf = (draft: FactDraft): readonly Cell[] => [
  draft.item,
  `\\x${draft.sourceKey}`,
  draft.occurredOn,
  draft.precision,
  draft.endedOn,
  draft.amount,
  draft.quantity,
  draft.category,
  jsonText(draft.detail),
  null,
  null,
  null,
];

function fieldsAtFault({ item, column, problem: { code, ...args } }: Quarantined): readonly Cell[] {
  return [item, ...nothing.slice(0, 8), column, code, jsonText(args)];
}

const jsonText = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

const special: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function cellText(value: Cell): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (c) => special[c] ?? c) : value;
}
