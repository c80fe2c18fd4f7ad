import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { accept } from '~/domain/kernel/result.ts';
import { idParams, percentField } from '~/routes/subsidy-query.ts';
import { requestGuarantee } from '~/server/guarantee/request-guarantee.ts';
import { showLoanCover } from '~/server/guarantee/show-loan-cover.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { guaranteeText } from '~/text/guarantee.ts';
import { LoanCover } from '~/ui/guarantee/loan-cover.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(guaranteeText, 'guarantee.bank.page-title');

export const loader = view({
  can: 'guarantee.read-loan',
  audit: null,
  params: idParams,
  load: ({ actor, params }) => showLoanCover(actor, params.id),
});

export const action = command({
  can: 'guarantee.request',
  audit: null,
  params: idParams,
  schema: z.object({
    guarantorId: z.uuid().transform((id) => id as InstitutionId),
    share: percentField,
    note: z.string().trim().max(500).optional(),
  }),
  run: async ({ actor, params, input }) => {
    const { guarantorId, share, note } = input;
    const asked = await requestGuarantee(actor, params.id, {
      guarantorId,
      share: ppm(share),
      note: note ?? null,
    });
    if (!asked.ok) return asked;
    const flash = { tone: 'success', message: 'guarantee.requested' } as const;
    return accept({ to: `/bank/loans/${params.id}/guarantees`, flash });
  },
});

export default function LoanCoverPage() {
  return <LoanCover {...useLoaderData<typeof loader>()} />;
}
