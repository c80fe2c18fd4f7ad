import { useLoaderData } from '@remix-run/react';
import { moneyCommands } from '~/routes/money-commands.ts';
import { idParams } from '~/routes/subsidy-query.ts';
import { commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { showSubsidisedLoan } from '~/server/subsidy/show-subsidised-loan.ts';
import { moneyText } from '~/text/money-statement.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { DeskLoan } from '~/ui/subsidy/desk-loan.tsx';

export const meta = pageTitle(moneyText, 'money.desk-page-title');

export const loader = view({
  can: 'subsidy.read-desk',
  params: idParams,
  load: ({ actor, params }) => showSubsidisedLoan(actor, params.id),
  audit: (page) => ({
    action: 'subsidy.opened',
    enterpriseId: page.enterpriseId as never,
    purpose: 'post-loan',
    detail: { loanId: page.loanId },
  }),
});

export const action = commands(moneyCommands('/operator/subsidised-loans'));

export default function DeskLoanRoute() {
  return <DeskLoan {...useLoaderData<typeof loader>()} />;
}
