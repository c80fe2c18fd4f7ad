import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { answerSchema, caseParams, caseText } from '~/routes/rights-query.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { answerObjection } from '~/server/objection/answer-objection.ts';
import { forwardObjection } from '~/server/objection/forward-objection.ts';
import { reviewAppeal } from '~/server/objection/review-appeal.ts';
import { showObjection } from '~/server/objection/show-objection.ts';
import { objectionText } from '~/text/objection.ts';
import { AnswerForm, ForwardForm, ReviewForm } from '~/ui/objection/objection-forms.tsx';
import { ObjectionPage } from '~/ui/objection/objection-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';
import { Notice } from '~/ui/parts/notice.tsx';
import { useText } from '~/ui/text.ts';

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

const shared = { can: 'objection.check', audit: null, params: caseParams } as const;
const done = (id: string, message: string) =>
  accept({ to: `/operator/objections/${id}`, flash: { tone: 'success', message } as const });

export const action = commands({
  forward: command({
    ...shared,
    schema: z.object({ body: caseText }),
    run: async ({ actor, params, input }) => {
      const forwarded = await forwardObjection(actor, params.id, input.body);
      return forwarded.ok ? done(params.id, 'objection.forwarded') : forwarded;
    },
  }),
  answer: command({
    ...shared,
    schema: answerSchema,
    run: async ({ actor, params, input }) => {
      const answered = await answerObjection(actor, params.id, input);
      return answered.ok ? done(params.id, 'objection.answered') : answered;
    },
  }),
  review: command({
    ...shared,
    schema: z.object({ outcome: z.enum(['send-back', 'dismiss']), body: caseText }),
    run: async ({ actor, params, input }) => {
      const reviewed = await reviewAppeal(actor, params.id, { outcome: input.outcome, reason: input.body });
      return reviewed.ok ? done(params.id, 'objection.reviewed') : reviewed;
    },
  }),
});

export default function ObjectionRoute() {
  const objection = useLoaderData<typeof loader>();
  const t = useText(objectionText);
  const { record, state, mayReview, today } = objection;
  return (
    <ObjectionPage objection={objection} side="operator">
      {state === 'checking' ? (
        <>
          <ForwardForm />
          <AnswerForm
            isOwn
            hasAmount={record.amountName !== null}
            categories={record.categories}
            today={today}
          />
        </>
      ) : null}
      {state === 'appealed' && mayReview ? <ReviewForm /> : null}
      {state === 'appealed' && !mayReview ? (
        <Notice tone="info" title={t('objection.review-not-own')} />
      ) : null}
    </ObjectionPage>
  );
}
