import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { BatchTx } from '~/server/db/batch-client.ts';

/** One record of a delivery on its way into the stage: a draft, a record at fault, or a firm that is only named. */
export type StagedRow = {
  readonly rowNo: number;
  readonly recordNo: number;
  readonly firm: string | null;
  readonly item: string | null;
  readonly sourceKey: string | null;
  readonly occurredOn: string | null;
  readonly precision: string | null;
  readonly endedOn: string | null;
  readonly amount: bigint | null;
  readonly quantity: number | null;
  readonly category: string | null;
  readonly detail: object | null;
  readonly registration: object | null;
  readonly column: string | null;
  readonly reason: string | null;
  readonly reasonArgs: object | null;
  readonly raw: object | null;
};

const stage = `
  create temporary table stage (
    row_no integer, record_no smallint, firm text, item text, source_key bytea, occurred_on date, precision text,
    ended_on date, amount_fen bigint, quantity integer, category text, detail jsonb, registration jsonb,
    column_name text, reason text, reason_args jsonb, raw jsonb
  ) on commit drop`;

const chunkLength = 65_536;

/** Copies rows into a stage that only this transaction sees. What breaks the source breaks the transaction. */
export async function copyToStage({ client }: BatchTx, rows: AsyncIterable<StagedRow>): Promise<void> {
  await client.query(stage);
  await pipeline(chunksOf(rows), client.query(copyFrom('copy stage from stdin')));
  await client.query('analyze stage');
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

/** A line of COPY's text format. */
function lineOf(row: StagedRow): string {
  const {
    rowNo,
    recordNo,
    firm,
    item,
    sourceKey,
    occurredOn,
    precision,
    endedOn,
    amount,
    quantity,
    category,
  } = row;
  const json = [row.detail, row.registration].map(jsonText);
  const fault = [row.column, row.reason, jsonText(row.reasonArgs), jsonText(row.raw)];
  const key = sourceKey === null ? null : `\\x${sourceKey}`;
  const cells = [
    rowNo,
    recordNo,
    firm,
    item,
    key,
    occurredOn,
    precision,
    endedOn,
    amount,
    quantity,
    category,
  ];
  return `${[...cells, ...json, ...fault].map(cellText).join('\t')}\n`;
}

const jsonText = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

const special: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function cellText(value: string | number | bigint | null): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  return value.replace(/[\\\t\n\r]/g, (c) => special[c] ?? c);
}
