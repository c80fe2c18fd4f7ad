import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { claimDone, claimView } from '~/routes/claim-view.ts';
import { idParams } from '~/routes/compensation-query.ts';
import { FindingForm, NoteForm } from '~/server/compensation/claim-form.ts';
import { confirmSettlement } from '~/server/compensation/confirm-settlement.ts';
import { proposeSettlement } from '~/server/compensation/propose-settlement.ts';
import { returnClaim, takeBackSettlement } from '~/server/compensation/turn-claim.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { compensationText } from '~/text/compensation.ts';
import { ClaimPage } from '~/ui/compensation/claim-page.tsx';
import { FundsClaimForms } from '~/ui/compensation/funds-claim-forms.tsx';
import { pageTitle } from '~/ui/page-title.ts';
import { useText } from '~/ui/text.ts';

export const meta = pageTitle(compensationText, 'comp.pools.title');

export const loader = view({ can: 'compensation.operate', ...claimView });

const done = claimDone('/operator');
const rights = { can: 'compensation.operate', audit: null, params: idParams } as const;

export const action = commands({
  propose: command({
    ...rights,
    schema: FindingForm,
    run: async ({ actor, params, input: { guarantor, insurer, ...found } }) => {
      const proposed = await proposeSettlement(actor, params.id, {
        ...found,
        others: { guarantor, insurer },
      });
      return proposed.ok ? done(params.id, 'proposed') : proposed;
    },
  }),
  confirm: command({
    ...rights,
    schema: z.object({}),
    run: async ({ actor, params }) => {
      const settled = await confirmSettlement(actor, params.id);
      return settled.ok ? done(params.id, settled.value.outcome) : settled;
    },
  }),
  'take-back': command({
    ...rights,
    schema: NoteForm,
    run: async ({ actor, params, input }) => {
      const turned = await takeBackSettlement(actor, params.id, input.note);
      return turned.ok ? done(params.id, 'taken-back') : turned;
    },
  }),
  return: command({
    ...rights,
    schema: NoteForm,
    run: async ({ actor, params, input }) => {
      const turned = await returnClaim(actor, params.id, input.note);
      return turned.ok ? done(params.id, 'returned') : turned;
    },
  }),
});

export default function ClaimRoute() {
  const claim = useLoaderData<typeof loader>();
  const t = useText(compensationText);
  return (
    <ClaimPage
      claim={claim}
      back={{ label: t('comp.pool.queue'), to: `/operator/pools/${claim.poolId}` }}
      pack={`/operator/claims/${claim.id}/duty.pdf`}
    >
      <FundsClaimForms claim={claim} />
    </ClaimPage>
  );
}
