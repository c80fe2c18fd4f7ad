import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { listPaymentFiles } from '~/server/loan/show-payment-file.ts';
import { maxPaymentBytes, takeInPayments } from '~/server/loan/take-in-payments.ts';
import { paymentFileText } from '~/text/loan-payments.ts';
import { PaymentsPage } from '~/ui/loan/payments-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(paymentFileText, 'payments.title');

export const loader = view({
  can: 'loan.record',
  audit: null,
  query: z.object({ page: z.coerce.number().int().min(0).max(10_000).default(0) }),
  load: async ({ actor, query }) => ({
    ...(await listPaymentFiles(actor, query.page)),
    maxBytes: maxPaymentBytes,
  }),
});

export const action = command({
  can: 'loan.record',
  audit: null,
  maxFileBytes: maxPaymentBytes,
  schema: z.object({
    file: z
      .instanceof(File, { error: 'loan.file-missing' })
      .refine(({ name }) => name !== '', 'loan.file-missing'),
  }),
  run: async ({ actor, input: { file } }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const taken = await takeInPayments(actor, { name: file.name, bytes });
    if (!taken.ok) return taken;
    const message = taken.value.known ? 'loan.file-known' : 'loan.file-done';
    const tone = taken.value.known ? 'info' : 'success';
    return accept({ to: `/bank/payments/${taken.value.id}`, flash: { tone, message } });
  },
});

export default function PaymentsRoute() {
  return <PaymentsPage {...useLoaderData<typeof loader>()} />;
}
