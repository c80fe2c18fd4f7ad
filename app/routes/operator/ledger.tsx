import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { addDays } from '~/domain/kernel/day.ts';
import { accept } from '~/domain/kernel/result.ts';
import { balanceQuery } from '~/routes/ledger-query.ts';
import { asPerson } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { command } from '~/server/http/command.ts';
import { dayField } from '~/server/http/fields.ts';
import { view } from '~/server/http/view.ts';
import { closeBooks } from '~/server/ledger/close-books.ts';
import { lastProof } from '~/server/ledger/keep-verdict.ts';
import { listBalances } from '~/server/ledger/list-balances.ts';
import { ledgerText } from '~/text/ledger.ts';
import { BalancesPage } from '~/ui/ledger/balances-page.tsx';
import { PeriodsSection } from '~/ui/ledger/periods-section.tsx';
import { ProofNotice } from '~/ui/ledger/proof-notice.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(ledgerText, 'ledger.operator.title');

export const loader = view({
  can: 'ledger.read',
  audit: 'ledger.opened',
  query: balanceQuery,
  load: async ({ actor, query }) => {
    const page = await listBalances(actor, query);
    const proof = await withActor(actor, lastProof);
    return { ...page, proof, query, lastOver: addDays(page.today, -1) };
  },
});

export const action = command({
  can: 'ledger.close-period',
  audit: null,
  schema: z.object({ endsOn: dayField }),
  run: async ({ actor, input: { endsOn } }) => {
    const closed = await closeBooks(asPerson(actor), endsOn);
    if (!closed.ok) return closed;
    const args = [endsOn, closed.value.transactions];
    return accept({ to: '/operator/ledger', flash: { tone: 'success', message: 'ledger.closed', args } });
  },
});

export default function LedgerPage() {
  const { periods, lastOver, proof, ...page } = useLoaderData<typeof loader>();
  return (
    <BalancesPage side="operator" closedTo={periods[0]?.endsOn ?? null} {...page}>
      <ProofNotice proof={proof} />
      <PeriodsSection periods={periods} lastOver={lastOver} />
    </BalancesPage>
  );
}
