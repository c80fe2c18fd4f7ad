import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { answerSchema, caseParams, caseText } from '~/routes/rights-query.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { answerObjection } from '~/server/objection/answer-objection.ts';
import { extendAnswer } from '~/server/objection/extend-answer.ts';
import { showObjection } from '~/server/objection/show-objection.ts';
import { objectionText } from '~/text/objection.ts';
import { AnswerForm, ExtendForm } from '~/ui/objection/objection-forms.tsx';
import { ObjectionPage } from '~/ui/objection/objection-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(objectionText, 'objection.title');

export const loader = view({
  can: 'objection.read-desk',
  params: caseParams,
  load: ({ actor, params }) => showObjection(actor, params.id),
  audit: ({ enterpriseId }, { params }) => ({
    action: 'objection.opened',
    enterpriseId,
    detail: { caseId: params.id },
  }),
});

const shared = { can: 'objection.answer', audit: null, params: caseParams } as const;
const done = (id: string, message: string) =>
  accept({ to: `/provider/objections/${id}`, flash: { tone: 'success', message } as const });

export const action = commands({
  answer: command({
    ...shared,
    schema: answerSchema,
    run: async ({ actor, params, input }) => {
      const answered = await answerObjection(actor, params.id, input);
      return answered.ok ? done(params.id, 'objection.answered') : answered;
    },
  }),
  extend: command({
    ...shared,
    schema: z.object({ body: caseText }),
    run: async ({ actor, params, input }) => {
      const extended = await extendAnswer(actor, params.id, input.body);
      return extended.ok ? done(params.id, 'objection.extended') : extended;
    },
  }),
});

export default function ObjectionRoute() {
  const objection = useLoaderData<typeof loader>();
  const { record, regime, state, extended, today } = objection;
  return (
    <ObjectionPage objection={objection} side="provider">
      {state === 'with-provider' ? (
        <>
          <AnswerForm
            isOwn={false}
            hasAmount={record.amountName !== null}
            categories={record.categories}
            today={today}
          />
          {regime.extension && !extended ? <ExtendForm /> : null}
        </>
      ) : null}
    </ObjectionPage>
  );
}
