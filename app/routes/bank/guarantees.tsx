import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { accept } from '~/domain/kernel/result.ts';
import { idParams, percentField } from '~/routes/subsidy-query.ts';
import { demandPayment } from '~/server/guarantee/demand-payment.ts';
import { requestGuarantee } from '~/server/guarantee/request-guarantee.ts';
import { showLoanCover } from '~/server/guarantee/show-loan-cover.ts';
import { withdrawRequest } from '~/server/guarantee/withdraw-request.ts';
import { command, commands } from '~/server/http/command.ts';
import { yuanField } from '~/server/http/fields.ts';
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

const shared = { can: 'guarantee.request', audit: null, params: idParams } as const;
const done = (loanId: string, message: string) =>
  accept({ to: `/bank/loans/${loanId}/guarantees`, flash: { tone: 'success', message } as const });
const contract = z.uuid();

export const action = commands({
  ask: command({
    ...shared,
    schema: z.object({
      guarantorId: z.uuid().transform((id) => id as InstitutionId),
      share: percentField,
      note: z.string().trim().max(500).optional(),
    }),
    run: async ({ actor, params, input: { guarantorId, share, note = null } }) => {
      const asked = await requestGuarantee(actor, params.id, { guarantorId, share: ppm(share), note });
      return asked.ok ? done(params.id, 'guarantee.requested') : asked;
    },
  }),
  withdraw: command({
    ...shared,
    schema: z.object({ contract }),
    run: async ({ actor, input }) => {
      const withdrawn = await withdrawRequest(actor, input.contract);
      return withdrawn.ok ? done(withdrawn.value, 'guarantee.withdrawn') : withdrawn;
    },
  }),
  demand: command({
    ...shared,
    schema: z.object({ contract, amount: yuanField, note: z.string().trim().max(500).optional() }),
    run: async ({ actor, input: { contract: id, amount, note = null } }) => {
      const demanded = await demandPayment(actor, id, { amount, note });
      return demanded.ok ? done(demanded.value, 'guarantee.demanded') : demanded;
    },
  }),
});

export default function LoanCoverPage() {
  return <LoanCover {...useLoaderData<typeof loader>()} />;
}
