import { useLoaderData } from '@remix-run/react';
import { statementView } from '~/routes/ledger-views.ts';
import { ledgerText } from '~/text/ledger.ts';
import { StatementPage } from '~/ui/ledger/statement-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(ledgerText, 'ledger.statement');

export const loader = statementView('ledger.read');

export default function LedgerAccountPage() {
  return <StatementPage side="operator" {...useLoaderData<typeof loader>()} />;
}
