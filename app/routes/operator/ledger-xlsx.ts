import { balanceQuery } from '~/routes/ledger-query.ts';
import { download } from '~/server/http/download.ts';
import { exportBalances } from '~/server/ledger/export-balances.ts';
import { xlsxType } from '~/server/ledger/workbook.ts';

export const loader = download({
  can: 'ledger.read',
  audit: 'ledger.exported',
  query: balanceQuery,
  file: async ({ actor, query, locale }) => ({
    ...(await exportBalances(actor, query, locale)),
    type: xlsxType,
  }),
});
