import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { loanCommands } from '~/routes/bank/loan-commands.ts';
import { loanParams } from '~/routes/loan-query.ts';
import { view } from '~/server/http/view.ts';
import { showFirstLoan } from '~/server/loan/show-first-loan.ts';
import { showLoan } from '~/server/loan/show-loan.ts';
import { showSuccessors } from '~/server/loan/show-successors.ts';
import { loanText } from '~/text/loan.ts';
import { CoverLink } from '~/ui/guarantee/loan-cover.tsx';
import { BorrowerSuccessors } from '~/ui/loan/borrower-successors.tsx';
import { FirstLoan } from '~/ui/loan/first-loan.tsx';
import { LoanFile } from '~/ui/loan/loan-file.tsx';
import { Penalty } from '~/ui/loan/penalty.tsx';
import { RepaymentForm } from '~/ui/loan/repayment-form.tsx';
import { ServicingForms } from '~/ui/loan/servicing-forms.tsx';
import { WriteOffProposal } from '~/ui/loan/write-off-proposal.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(loanText, 'loan.page-title');

export const loader = view({
  can: 'loan.read-portfolio',
  params: loanParams,
  load: async ({ actor, params }) => {
    const loan = await showLoan(actor, params.id);
    if (!loan.ok) return loan;
    const mayRecord = actor.kind === 'person' && actor.role !== 'institution-admin';
    const first = await showFirstLoan(actor, params.id);
    if (!first.ok) return first;
    const successors = await showSuccessors(loan.value.enterpriseId);
    return accept({ ...loan.value, first: first.value, mayRecord, successors });
  },
  audit: (loan) => ({
    action: 'loan.opened',
    enterpriseId: loan.enterpriseId as never,
    purpose: 'post-loan',
    detail: { loanId: loan.id },
  }),
});

export const action = loanCommands;

export default function LoanPage() {
  const loan = useLoaderData<typeof loader>();
  const { mayRecord, state, proposal } = loan;
  return (
    <LoanFile loan={loan} back="/bank/loans" mayReverse={mayRecord && state !== 'renewed'}>
      <BorrowerSuccessors successors={loan.successors} />
      <CoverLink loanId={loan.id} />
      {proposal && mayRecord ? <WriteOffProposal proposal={proposal} /> : null}
      {mayRecord && (state === 'active' || state === 'written-off') ? (
        <RepaymentForm disbursedOn={loan.disbursedOn} today={loan.today} recovery={state === 'written-off'} />
      ) : null}
      {mayRecord && state === 'active' ? (
        <ServicingForms loan={{ ...loan, hasProposal: proposal !== null }} />
      ) : null}
      <Penalty penalty={loan.penalty} mayState={mayRecord} />
      <FirstLoan first={loan.first} today={loan.today} mayState={mayRecord} />
    </LoanFile>
  );
}
