import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { firstLoanCommands } from '~/routes/first-loan-commands.ts';
import { loanParams } from '~/routes/loan-query.ts';
import { clock } from '~/server/clock.ts';
import { commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { showFirstLoan } from '~/server/loan/show-first-loan.ts';
import { firstLoanText } from '~/text/first-loan.ts';
import { FirstLoan } from '~/ui/loan/first-loan.tsx';
import { pageTitle } from '~/ui/page-title.ts';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export const meta = pageTitle(firstLoanText, 'first.title');

export const loader = view({
  can: 'loan.judge-first',
  params: loanParams,
  load: async ({ actor, params: { id } }) => {
    const shown = await showFirstLoan(actor, id);
    return shown.ok ? accept({ first: shown.value, today: clock.today() as string }) : shown;
  },
  audit: ({ first }) => ({ action: 'loan.opened', detail: { loanId: first.id } }),
});

export const action = commands(firstLoanCommands('loan.judge-first', '/operator/first-loans'));

export default function FirstLoanRoute() {
  const { first, today } = useLoaderData<typeof loader>();
  const t = useText(firstLoanText);
  const bank = useLocale() === 'en' ? first.bankEn : first.bankZh;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('first.list-title'), to: '/operator/first-loans' }]}
        title={first.contractNo}
        lede={`${first.firm} · ${bank}`}
      />
      <FirstLoan first={first} today={today} mayState />
    </div>
  );
}
