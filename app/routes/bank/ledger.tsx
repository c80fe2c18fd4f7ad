import { useLoaderData } from '@remix-run/react';
import { balanceQuery } from '~/routes/ledger-query.ts';
import { view } from '~/server/http/view.ts';
import { listBalances } from '~/server/ledger/list-balances.ts';
import { ledgerText } from '~/text/ledger.ts';
import { BalancesPage } from '~/ui/ledger/balances-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(ledgerText, 'ledger.bank.title');

export const loader = view({
  can: 'ledger.read-own',
  audit: null,
  query: balanceQuery,
  load: async ({ actor, query }) => ({ ...(await listBalances(actor, query)), query }),
});

export default function BankLedgerPage() {
  const { periods, ...page } = useLoaderData<typeof loader>();
  return <BalancesPage side="bank" closedTo={periods[0]?.endsOn ?? null} {...page} />;
}
