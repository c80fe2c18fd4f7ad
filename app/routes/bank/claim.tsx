import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { claimDone, claimView } from '~/routes/claim-view.ts';
import { idParams } from '~/routes/compensation-query.ts';
import { CompleteForm, RecoveryForm } from '~/server/compensation/claim-form.ts';
import { recordRecovery } from '~/server/compensation/record-recovery.ts';
import { completeClaim, withdrawClaim } from '~/server/compensation/turn-claim.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { compensationText } from '~/text/compensation.ts';
import { BankClaimForms } from '~/ui/compensation/bank-claim-forms.tsx';
import { ClaimPage } from '~/ui/compensation/claim-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';
import { useText } from '~/ui/text.ts';

export const meta = pageTitle(compensationText, 'comp.bank.title');

export const loader = view({ can: 'compensation.read-bank', ...claimView });

const done = claimDone('/bank');
const rights = { can: 'compensation.claim', audit: null, params: idParams } as const;

export const action = commands({
  complete: command({
    ...rights,
    schema: CompleteForm,
    run: async ({ actor, params, input }) => {
      const turned = await completeClaim(actor, params.id, input);
      return turned.ok ? done(params.id, 'completed') : turned;
    },
  }),
  withdraw: command({
    ...rights,
    schema: z.object({}),
    run: async ({ actor, params }) => {
      const turned = await withdrawClaim(actor, params.id);
      return turned.ok ? done(params.id, 'withdrawn') : turned;
    },
  }),
  recover: command({
    ...rights,
    schema: RecoveryForm,
    run: async ({ actor, params, input }) => {
      const recorded = await recordRecovery(actor, params.id, input);
      return recorded.ok ? done(params.id, 'recovered') : recorded;
    },
  }),
});

export default function ClaimRoute() {
  const claim = useLoaderData<typeof loader>();
  const t = useText(compensationText);
  return (
    <ClaimPage
      claim={claim}
      back={{ label: t('comp.bank.title'), to: '/bank/claims?tab=claimed' }}
      pack={`/bank/claims/${claim.id}/duty.pdf`}
    >
      <BankClaimForms claim={claim} />
    </ClaimPage>
  );
}
