import { seedId } from '#prisma/seed/seed-id.ts';
import type { BatchId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openFile } from '~/server/record/open-file.ts';
import type { CheckWorld } from '~/server/record/read-check-context.ts';
import { columnNames, deliveryTable, nameOf } from '~/server/record/read-mapping.ts';
import { findBatchHead } from '~/server/record/store-received.ts';
import { takeIn } from '~/server/record/take-in.ts';

/** A row of a provider's CSV, as its cells are written. */
export type DeliveryRow = {
  readonly uscc: string;
  /** The date, month or year that the record is of. */
  readonly date: string;
  readonly end?: string;
  readonly yuan?: string;
  readonly quantity?: string;
  /** A code or name of the item's categories. */
  readonly category?: string;
  /** The source's number of the record: the same number later on is a correction. */
  readonly recordNo?: string;
  readonly reference?: string;
  readonly note?: string;
};

/** A row of a register's CSV. */
export type RegisterRow = {
  readonly uscc: string;
  readonly name: string;
  readonly region: string;
  readonly industry: string;
  readonly establishedOn: string;
  /** Registered capital in 万元. */
  readonly capitalWan: string;
  readonly status: 'active' | 'revoked' | 'cancelled' | 'moved-out';
};

const columns = {
  uscc: '统一社会信用代码',
  recordNo: '记录编号',
  date: '日期',
  end: '截止日期',
  yuan: '金额',
  quantity: '数量',
  category: '类别',
  reference: '文号',
  note: '摘要',
} as const satisfies { readonly [K in keyof DeliveryRow]-?: string };

const registerColumns = {
  uscc: '统一社会信用代码',
  name: '企业名称',
  region: '行政区划代码',
  industry: '行业代码',
  establishedOn: '成立日期',
  capitalWan: '注册资本（万元）',
  status: '登记状态',
} as const satisfies { readonly [K in keyof RegisterRow]: string };

type Options = {
  readonly receivedAt: Date;
  /** Names the batch too: a delivery of this name that is in already is not taken in again. */
  readonly fileName: string;
  /** Whether scoring and monitoring hear of it at once; a first load is scored as a whole afterwards. */
  readonly announced: boolean;
};

/** Delivers rows of one item as its provider's CSV, through ordinary ingestion. */
export const deliver = (
  world: CheckWorld,
  item: string,
  rows: readonly DeliveryRow[],
  options: Options,
): Promise<void> => deliverCsv(world, item, csvOf(columns, rows), options);

/** Delivers what the register of firms says: firms that are new are registered by it. */
export const deliverRegister = (
  world: CheckWorld,
  rows: readonly RegisterRow[],
  options: Options,
): Promise<void> => deliverCsv(world, 'registration.profile', csvOf(registerColumns, rows), options);

const actor = system('seed.province');

async function deliverCsv(
  world: CheckWorld,
  code: string,
  csv: Iterable<string>,
  options: Options,
): Promise<void> {
  const { receivedAt, fileName, announced } = options;
  const batchId = seedId<BatchId>('batch', fileName);
  if (await withActor(actor, (tx) => findBatchHead(tx, batchId))) return;
  const item = world.catalogue.get(code);
  if (!item) throw new Error(`the catalogue has no ${code}`);
  const { mapping, table } = deliveryTable(item);
  const head = {
    batchId,
    providerId: item.providerId,
    mapping: nameOf(mapping, table),
    item: code,
    fileName,
    receivedBy: null,
    receivedAt,
    replayOf: null,
  };
  const read = { encoding: 'utf-8', expected: columnNames(table), maxBytes: 1_000_000_000 } as const;
  const open = () => openFile(bytesOf(csv), read);
  insist(await takeIn(world, { head, actor, mapping, table, item, origin: 'demo', announced, open }));
}

function* csvOf<R extends object>(
  names: { readonly [K in keyof R]-?: string },
  rows: readonly R[],
): Generator<string> {
  const keys = Object.keys(names) as (keyof R)[];
  yield `${keys.map((key) => names[key]).join(',')}\n`;
  for (const row of rows) yield `${keys.map((key) => cellOf(String(row[key] ?? ''))).join(',')}\n`;
}

const cellOf = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

async function* bytesOf(lines: Iterable<string>): AsyncGenerator<Buffer> {
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < 65_536) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}
