import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { loanParams } from '~/routes/loan-query.ts';
import { view } from '~/server/http/view.ts';
import { showPaymentFile } from '~/server/loan/show-payment-file.ts';
import { paymentFileText } from '~/text/loan-payments.ts';
import { PaymentFilePage } from '~/ui/loan/payment-file-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(paymentFileText, 'payments.title');

export const loader = view({
  can: 'loan.record',
  audit: null,
  params: loanParams,
  query: z.object({ page: z.coerce.number().int().min(0).max(10_000).default(0) }),
  load: ({ actor, params, query }) => showPaymentFile(actor, params.id, query.page),
});

export default function PaymentFileRoute() {
  return <PaymentFilePage file={useLoaderData<typeof loader>()} />;
}
