import { useLoaderData } from '@remix-run/react';
import { loanParams } from '~/routes/loan-query.ts';
import { view } from '~/server/http/view.ts';
import { showFundedFirm } from '~/server/overview/show-funded-firm.ts';
import { overviewText } from '~/text/overview.ts';
import { FundedFirm } from '~/ui/overview/funded-firm.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(overviewText, 'funded.page-title');

export const loader = view({
  can: 'overview.funded-firms',
  params: loanParams,
  load: ({ actor, params }) => showFundedFirm(actor, params.id),
  audit: (file) => ({
    action: 'overview.funded-firm-opened',
    enterpriseId: file.enterpriseId as never,
    purpose: 'post-loan',
    detail: { loanId: file.loanId },
  }),
});

export default function FundedFirmPage() {
  return <FundedFirm {...useLoaderData<typeof loader>()} />;
}
