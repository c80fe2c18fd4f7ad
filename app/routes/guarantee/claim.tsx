import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { idParams } from '~/routes/compensation-query.ts';
import { CompleteForm, GuarantorClaimForm, RecoveryForm } from '~/server/compensation/claim-form.ts';
import { recordRecovery } from '~/server/compensation/record-recovery.ts';
import { claimUnder, showGuarantorClaim } from '~/server/compensation/show-guarantor-claim.ts';
import { submitGuarantorClaim } from '~/server/compensation/submit-guarantor-claim.ts';
import { completeClaim, withdrawClaim } from '~/server/compensation/turn-claim.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { bearerText } from '~/text/compensation-bearer.ts';
import { GuarantorClaim } from '~/ui/compensation/guarantor-claim.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(bearerText, 'claim.own.page-title');

export const loader = view({
  can: 'compensation.read-guarantor',
  params: idParams,
  load: ({ actor, params }) => showGuarantorClaim(actor, params.id),
  audit: (page) => ({
    action: 'compensation.claim-opened',
    enterpriseId: page.enterpriseId as never,
    purpose: 'post-loan',
    detail: { contractId: page.contractId },
  }),
});

const done = (id: string, message: string) =>
  accept({
    to: `/guarantee/contracts/${id}/claim`,
    flash: { tone: 'success' as const, message: `compensation.done.${message}` },
  });

const rights = { can: 'compensation.claim-guarantor', audit: null, params: idParams } as const;

export const action = commands({
  claim: command({
    ...rights,
    schema: GuarantorClaimForm,
    run: async ({ actor, params, input }) => {
      const claimed = await submitGuarantorClaim(actor, params.id, input);
      return claimed.ok ? done(params.id, 'claimed') : claimed;
    },
  }),
  complete: command({
    ...rights,
    schema: CompleteForm,
    run: async ({ actor, params, input }) => {
      const turned = await completeClaim(actor, await claimUnder(actor, params.id), input);
      return turned.ok ? done(params.id, 'completed') : turned;
    },
  }),
  withdraw: command({
    ...rights,
    schema: z.object({}),
    run: async ({ actor, params }) => {
      const turned = await withdrawClaim(actor, await claimUnder(actor, params.id));
      return turned.ok ? done(params.id, 'withdrawn') : turned;
    },
  }),
  recover: command({
    ...rights,
    schema: RecoveryForm,
    run: async ({ actor, params, input }) => {
      const recorded = await recordRecovery(actor, await claimUnder(actor, params.id), input);
      return recorded.ok ? done(params.id, 'recovered') : recorded;
    },
  }),
});

export default function GuarantorClaimRoute() {
  return <GuarantorClaim page={useLoaderData<typeof loader>()} />;
}
