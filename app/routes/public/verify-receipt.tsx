import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { publishedKeys } from '~/server/consent/published-keys.ts';
import { receiptMost } from '~/server/consent/receipt-file.ts';
import { showSealed } from '~/server/consent/show-sealed.ts';
import { verifyReceipt } from '~/server/consent/verify-receipt.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { receiptText } from '~/text/consent-receipt.ts';
import { VerifyReceipt } from '~/ui/consent/verify-receipt.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(receiptText, 'receipt.title');

export const loader = view({
  can: 'public',
  audit: null,
  query: z.object({ hash: z.string().max(64).optional(), signature: z.string().max(200).optional() }),
  load: async ({ query: { hash, signature } }) => ({
    consent: hash && signature ? await showSealed({ hash, signature }) : null,
    keys: publishedKeys(),
  }),
});

export const action = command({
  can: 'public',
  audit: null,
  maxFileBytes: receiptMost,
  schema: z.object({ receipt: z.string().max(receiptMost).optional(), file: z.instanceof(File).optional() }),
  run: async ({ input }) => {
    const verified = await verifyReceipt(input.receipt ?? (await input.file?.text()) ?? '');
    return verified.ok ? accept({ to: `/verify-receipt?${new URLSearchParams(verified.value)}` }) : verified;
  },
});

export default function VerifyReceiptPage() {
  return <VerifyReceipt {...useLoaderData<typeof loader>()} />;
}
