import { accept } from '~/domain/kernel/result.ts';
import { bankTable, bankTableName, settlementTable } from '~/routes/operator/settlement-table.ts';
import { idParams } from '~/routes/subsidy-query.ts';
import { download } from '~/server/http/download.ts';
import { exportSettlement } from '~/server/subsidy/export-settlement.ts';
import { writeWorkbook } from '~/server/subsidy/write-workbook.ts';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const loader = download({
  can: 'subsidy.read-desk',
  audit: 'subsidy.exported',
  params: idParams,
  file: async ({ actor, params, locale }) => {
    const made = await exportSettlement(actor, params.id);
    if (!made.ok) return made;
    const { quarter, banks, rows } = made.value;
    const sheets = {
      [quarter]: settlementTable(rows, locale),
      [bankTableName(locale)]: bankTable(banks, locale),
    };
    const body = await writeWorkbook(sheets);
    return accept({ name: `subsidy-${quarter}.xlsx`, type, body });
  },
});
