import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { loanParams } from '~/routes/loan-query.ts';
import { command } from '~/server/http/command.ts';
import { dayField, yuanField } from '~/server/http/fields.ts';
import { view } from '~/server/http/view.ts';
import { recordRepayment } from '~/server/loan/record-repayment.ts';
import { showLoan } from '~/server/loan/show-loan.ts';
import { CoverLink } from '~/ui/guarantee/loan-cover.tsx';
import { LoanFile } from '~/ui/loan/loan-file.tsx';
import { RepaymentForm } from '~/ui/loan/repayment-form.tsx';

export const loader = view({
  can: 'loan.read-portfolio',
  params: loanParams,
  load: ({ actor, params }) => showLoan(actor, params.id),
  audit: (loan) => ({
    action: 'loan.opened',
    enterpriseId: loan.enterpriseId as never,
    purpose: 'post-loan',
    detail: { loanId: loan.id },
  }),
});

export const action = command({
  can: 'loan.record',
  audit: null,
  params: loanParams,
  schema: z.object({ paidOn: dayField, principal: yuanField, interest: yuanField }),
  run: async ({ actor, params, input }) => {
    const recorded = await recordRepayment(actor, params.id, input);
    if (!recorded.ok) return recorded;
    return accept({
      to: `/bank/loans/${params.id}`,
      flash: { tone: 'success', message: `loan.${recorded.value}` },
    });
  },
});

export default function LoanPage() {
  const loan = useLoaderData<typeof loader>();
  return (
    <LoanFile loan={loan} back="/bank/loans">
      <CoverLink loanId={loan.id} />
      {loan.state === 'active' ? <RepaymentForm disbursedOn={loan.disbursedOn} today={loan.today} /> : null}
    </LoanFile>
  );
}
