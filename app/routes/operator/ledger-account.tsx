import { useLoaderData } from '@remix-run/react';
import { accountParams, statementQuery } from '~/routes/ledger-query.ts';
import { view } from '~/server/http/view.ts';
import { showStatement } from '~/server/ledger/show-statement.ts';
import { ledgerText } from '~/text/ledger.ts';
import { StatementPage } from '~/ui/ledger/statement-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(ledgerText, 'ledger.statement');

export const loader = view({
  can: 'ledger.read',
  params: accountParams,
  query: statementQuery,
  load: ({ actor, params, query }) => showStatement(actor, params.id, query),
  audit: (statement) => ({
    action: 'ledger.statement-opened',
    detail: { accountId: statement.account.id },
  }),
});

export default function LedgerAccountPage() {
  return <StatementPage side="operator" {...useLoaderData<typeof loader>()} />;
}
