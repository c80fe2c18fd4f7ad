import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { loanQuery } from '~/routes/loan-query.ts';
import { reachOf } from '~/server/access/policy.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { agreeOffice } from '~/server/loan/agree-office.ts';
import { listAgreements } from '~/server/loan/list-agreements.ts';
import { listLoans } from '~/server/loan/list-loans.ts';
import { loanText } from '~/text/loan.ts';
import { LoanList } from '~/ui/loan/loan-list.tsx';
import { OfficeAgreements } from '~/ui/loan/office-agreements.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(loanText, 'loan.list.firm.title');

export const loader = view({
  can: 'loan.read-own',
  audit: null,
  query: loanQuery,
  load: async ({ actor, query }) => ({
    ...(await listLoans(actor, query.state, query.after, query.tag)),
    tab: query.state,
    tag: query.tag ?? null,
    isFirst: query.after === null,
    offices: await listAgreements(actor),
    isOwner: reachOf(actor, 'loan.agree-office') !== null,
  }),
});

export const action = command({
  can: 'loan.agree-office',
  audit: null,
  schema: z.object({ office: z.uuid(), decision: z.enum(['given', 'withdrawn']) }),
  run: async ({ actor, input }) => {
    const agreed = await agreeOffice(actor, input.office, input.decision);
    if (!agreed.ok) return agreed;
    const message = `loan.office-${input.decision === 'given' ? 'agreed' : 'withdrawn'}-done`;
    return accept({ to: '/my/loans', flash: { tone: 'success', message } as const });
  },
});

export default function LoansPage() {
  const { offices, isOwner, ...list } = useLoaderData<typeof loader>();
  return (
    <div className="stack-lg">
      <LoanList side="firm" {...list} />
      <OfficeAgreements offices={offices} isOwner={isOwner} />
    </div>
  );
}
