import { accept } from '~/domain/kernel/result.ts';
import { accountParams, statementQuery } from '~/routes/ledger-query.ts';
import { download } from '~/server/http/download.ts';
import { exportStatement } from '~/server/ledger/export-statement.ts';
import { xlsxType } from '~/server/ledger/workbook.ts';

export const loader = download({
  can: 'ledger.read',
  audit: 'ledger.exported',
  params: accountParams,
  query: statementQuery,
  file: async ({ actor, params, query, locale }) => {
    const file = await exportStatement(actor, params.id, query, locale);
    return file.ok ? accept({ ...file.value, type: xlsxType }) : file;
  },
});
