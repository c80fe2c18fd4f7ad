import { createHash } from 'node:crypto';
import { detectEncoding } from '~/server/record/detect-encoding.ts';
import {
  counted,
  decoded,
  type OpenFile,
  type OpenOptions,
  openFile,
  prepend,
  unpacked,
} from '~/server/record/open-file.ts';
import { readJsonLines } from '~/server/record/read-json-lines.ts';
import { readWorkbook } from '~/server/record/read-workbook.ts';

/** How a file is written, as it was found out; a workbook has no encoding of its own. */
export type Detected = {
  readonly format: 'csv' | 'xlsx' | 'jsonl' | 'push';
  readonly encoding: 'utf-8' | 'gb18030' | null;
};

export type DeliveryOptions = OpenOptions & {
  /** Names of columns that hold dates: a workbook keeps these as numbers of days. */
  readonly dates: readonly string[];
};

export type OpenDelivery = OpenFile & { readonly detected: Detected };

/**
 * Opens a delivery in any of its formats, plain or gzipped: CSV or JSON lines in UTF-8 or GB 18030, or the first sheet of
 * an Excel workbook. The format is told by the content, whatever the name says. Refusals are thrown as `DeliveryRefused`.
 */
export async function openDelivery(
  file: AsyncIterable<Uint8Array>,
  options: DeliveryOptions,
): Promise<OpenDelivery> {
  const tally = { hash: createHash('sha256'), bytes: 0 };
  const plain = await unpacked(counted(file, tally), options.maxBytes);
  const first = await plain.next();
  const sample = first.done ? new Uint8Array() : first.value;
  const all = prepend(first.done ? [] : [sample], plain);
  const receipt = () => ({ hash: tally.hash.copy().digest('hex'), bytes: tally.bytes });
  if (isZip(sample)) {
    const table = await readWorkbook(all, options.dates);
    return { ...table, receipt, detected: { format: 'xlsx', encoding: null } };
  }
  const encoding = detectEncoding(sample, options.encoding, options.expected);
  if (isJson(sample)) {
    const table = await readJsonLines(decoded(all, options));
    return { ...table, receipt, detected: { format: 'jsonl', encoding } };
  }
  const table = await openFile(all, options);
  return { ...table, receipt, detected: { format: 'csv', encoding } };
}

const isZip = (sample: Uint8Array): boolean =>
  sample[0] === 0x50 && sample[1] === 0x4b && (sample[2] === 3 || sample[2] === 5);

/** Whether text begins as JSON does; a byte-order mark and blanks may stand before it. */
const isJson = (sample: Uint8Array): boolean =>
  /^(\u00ef\u00bb\u00bf)?\s*[{[]/.test(Buffer.from(sample.subarray(0, 64)).toString('latin1'));
