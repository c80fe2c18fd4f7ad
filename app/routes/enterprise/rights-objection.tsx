import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { caseParams, caseText } from '~/routes/rights-query.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { appealObjection } from '~/server/objection/appeal-objection.ts';
import { showObjection } from '~/server/objection/show-objection.ts';
import { withdrawObjection } from '~/server/objection/withdraw-objection.ts';
import { objectionText } from '~/text/objection.ts';
import { AppealForm, WithdrawForm } from '~/ui/objection/objection-forms.tsx';
import { ObjectionPage } from '~/ui/objection/objection-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(objectionText, 'objection.title');

export const loader = view({
  can: 'objection.read-own',
  audit: null,
  params: caseParams,
  load: ({ actor, params }) => showObjection(actor, params.id),
});

const shared = { can: 'objection.file', audit: null, params: caseParams } as const;
const done = (id: string, message: string) =>
  accept({ to: `/my/rights/objections/${id}`, flash: { tone: 'success', message } as const });

export const action = commands({
  appeal: command({
    ...shared,
    schema: z.object({ body: caseText }),
    run: async ({ actor, params, input }) => {
      const appealed = await appealObjection(actor, params.id, input.body);
      return appealed.ok ? done(params.id, 'objection.appealed') : appealed;
    },
  }),
  withdraw: command({
    ...shared,
    schema: z.object({}),
    run: async ({ actor, params }) => {
      const withdrawn = await withdrawObjection(actor, params.id);
      return withdrawn.ok ? done(params.id, 'objection.withdrawn') : withdrawn;
    },
  }),
});

export default function ObjectionRoute() {
  const objection = useLoaderData<typeof loader>();
  const { state, verdict, round, appealUntil, today } = objection;
  const mayAppeal =
    state === 'answered' && verdict !== 'upheld' && round === 1 && (!appealUntil || today <= appealUntil);
  const isPending = state === 'checking' || state === 'with-provider' || state === 'appealed';
  return (
    <ObjectionPage objection={objection} side="firm">
      {mayAppeal ? <AppealForm /> : null}
      {isPending ? <WithdrawForm /> : null}
    </ObjectionPage>
  );
}
