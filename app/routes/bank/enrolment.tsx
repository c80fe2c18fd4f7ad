import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { idParams } from '~/routes/compensation-query.ts';
import { ClaimForm } from '~/server/compensation/claim-form.ts';
import { showEnrolment } from '~/server/compensation/show-enrolment.ts';
import { submitClaim } from '~/server/compensation/submit-claim.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { compensationText } from '~/text/compensation.ts';
import { EnrolmentPage } from '~/ui/compensation/enrolment-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(compensationText, 'comp.bank.title');

export const loader = view({
  can: 'compensation.read-bank',
  params: idParams,
  load: ({ actor, params }) => showEnrolment(actor, params.id),
  audit: (enrolment) => ({
    action: 'compensation.claim-opened',
    enterpriseId: enrolment.enterpriseId as never,
    purpose: 'post-loan',
    detail: { enrolmentId: enrolment.id },
  }),
});

export const action = command({
  can: 'compensation.claim',
  audit: null,
  params: idParams,
  schema: ClaimForm,
  run: async ({ actor, params, input }) => {
    const claimed = await submitClaim(actor, params.id, input);
    if (!claimed.ok) return claimed;
    return accept({
      to: `/bank/claims/${claimed.value}`,
      flash: { tone: 'success', message: 'compensation.done.claimed' },
    });
  },
});

export default function EnrolmentRoute() {
  return <EnrolmentPage enrolment={useLoaderData<typeof loader>()} />;
}
