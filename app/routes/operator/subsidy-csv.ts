import { accept } from '~/domain/kernel/result.ts';
import { stringify } from '~/domain/overview/csv.ts';
import { settlementTable } from '~/routes/operator/settlement-table.ts';
import { idParams } from '~/routes/subsidy-query.ts';
import { download } from '~/server/http/download.ts';
import { exportSettlement } from '~/server/subsidy/export-settlement.ts';

export const loader = download({
  can: 'subsidy.read-desk',
  audit: 'subsidy.exported',
  params: idParams,
  file: async ({ actor, params, locale }) => {
    const made = await exportSettlement(actor, params.id);
    if (!made.ok) return made;
    const body = `\uFEFF${stringify(settlementTable(made.value.rows, locale))}\r\n`;
    return accept({ name: `subsidy-${made.value.quarter}.csv`, type: 'text/csv; charset=utf-8', body });
  },
});
