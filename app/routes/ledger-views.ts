import { accept } from '~/domain/kernel/result.ts';
import { accountParams, balanceQuery, statementQuery } from '~/routes/ledger-query.ts';
import { download } from '~/server/http/download.ts';
import { view } from '~/server/http/view.ts';
import { exportBalances } from '~/server/ledger/export-balances.ts';
import { exportStatement } from '~/server/ledger/export-statement.ts';
import { showStatement } from '~/server/ledger/show-statement.ts';
import { xlsxType } from '~/server/ledger/workbook.ts';

/** The whole ledger for the funds desk, or the reader's own accounts for a bank. */
type LedgerGate = 'ledger.read' | 'ledger.read-own';

/** The statement of one account. */
export const statementView = (can: LedgerGate) =>
  view({
    can,
    params: accountParams,
    query: statementQuery,
    load: ({ actor, params, query }) => showStatement(actor, params.id, query),
    audit: (statement) => ({
      action: 'ledger.statement-opened',
      detail: { accountId: statement.account.id },
    }),
  });

/** The same as a spreadsheet. */
export const statementFile = (can: LedgerGate) =>
  download({
    can,
    audit: 'ledger.exported',
    params: accountParams,
    query: statementQuery,
    file: async ({ actor, params, query, locale }) => {
      const file = await exportStatement(actor, params.id, query, locale);
      return file.ok ? accept({ ...file.value, type: xlsxType }) : file;
    },
  });

/** The trial balance as a spreadsheet. */
export const balancesFile = (can: LedgerGate) =>
  download({
    can,
    audit: 'ledger.exported',
    query: balanceQuery,
    file: async ({ actor, query, locale }) => ({
      ...(await exportBalances(actor, query, locale)),
      type: xlsxType,
    }),
  });
