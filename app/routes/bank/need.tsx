import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept, type Refusal, type Result } from '~/domain/kernel/result.ts';
import { asInstitution } from '~/server/access/actor.ts';
import { answerNeed } from '~/server/application/answer-need.ts';
import { AnswerForm, replyOf } from '~/server/application/posting-forms.ts';
import { showPosted } from '~/server/application/show-posted.ts';
import { takeNeed } from '~/server/application/take-need.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { postingText } from '~/text/need-posting.ts';
import { PostedPage } from '~/ui/application/posted-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

const params = z.object({ id: z.uuid() });

export const meta = pageTitle(postingText, 'posted.one');

export const loader = view({
  can: 'need.read-posted',
  audit: null,
  params,
  load: ({ actor, params }) => showPosted(actor, params.id),
});

const back = (id: string, done: Result<string, Refusal>, message: string) =>
  done.ok ? accept({ to: `/bank/needs/${id}`, flash: { tone: 'success' as const, message } }) : done;

const own = { can: 'need.answer', audit: null, params } as const;

export const action = commands({
  take: command({
    ...own,
    schema: z.object({}),
    run: async ({ actor, params: { id } }) =>
      back(id, await takeNeed(asInstitution(actor), id), 'need.taken'),
  }),
  answer: command({
    ...own,
    schema: AnswerForm,
    run: async ({ actor, params: { id }, input }) =>
      back(id, await answerNeed(asInstitution(actor), id, replyOf(input)), 'need.answered'),
  }),
  pass: command({
    ...own,
    schema: z.object({}),
    run: async ({ actor, params: { id } }) =>
      back(id, await answerNeed(asInstitution(actor), id, null), 'need.passed'),
  }),
});

export default function BankNeedRoute() {
  return <PostedPage posted={useLoaderData<typeof loader>()} />;
}
