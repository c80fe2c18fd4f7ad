import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { stringify } from '~/domain/overview/csv.ts';
import { exportRecords } from '~/server/application/export-records.ts';
import { download } from '~/server/http/download.ts';
import { bankText } from '~/text/application-bank.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showFen } from '~/text/format.ts';
import type { RecordShown } from '~/ui/application/bank-file-shown.ts';

const columns = [
  'file.record.item',
  'file.record.on',
  'file.record.until',
  'file.record.category',
  'file.record.amount',
  'file.record.quantity',
  'file.record.provider',
  'file.record.disputed',
  'file.record.statement-column',
] as const;

function rowOf(record: RecordShown, locale: Locale): string[] {
  const isZh = locale === 'zh-CN';
  return [
    isZh ? record.itemZh : record.itemEn,
    record.occurredOn ?? '',
    record.endedOn ?? '',
    (isZh ? record.categoryZh : record.categoryEn) ?? '',
    record.amountFen === null ? '' : showFen(record.amountFen, locale, 'plain'),
    record.quantity === null ? '' : String(record.quantity),
    isZh ? record.providerZh : record.providerEn,
    record.disputed ? translate(bankText, locale)('file.record.disputed') : '',
    record.statement ?? '',
  ];
}

export const loader = download({
  can: 'application.read-file',
  audit: null,
  params: z.object({ id: z.uuid() }),
  file: async ({ actor, params, locale }) => {
    const head = columns.map((column) => translate(bankText, locale)(column));
    const made = await exportRecords(actor, params.id, (rows) =>
      stringify([head, ...rows.map((row) => rowOf(row, locale))]),
    );
    if (!made.ok) return made;
    return accept({
      name: `records-${params.id}.csv`,
      type: 'text/csv; charset=utf-8',
      body: `\uFEFF${made.value}\r\n`,
    });
  },
});
