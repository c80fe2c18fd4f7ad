import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { NeedId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { asFirm } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { agreeNomination } from '~/server/application/agree-nomination.ts';
import { chooseAnswer } from '~/server/application/choose-answer.ts';
import { closePosting } from '~/server/application/close-posting.ts';
import { declineNomination } from '~/server/application/decline-nomination.ts';
import { postNeed } from '~/server/application/post-need.ts';
import { PostForm } from '~/server/application/posting-forms.ts';
import { showPosting } from '~/server/application/show-posting.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { postingText } from '~/text/need-posting.ts';
import { PostingPage } from '~/ui/application/posting-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

const params = z.object({ id: z.uuid() });

export const meta = pageTitle(postingText, 'posting.title');

export const loader = view({
  can: 'need.read-answers',
  audit: null,
  params,
  load: async ({ actor, params }) => {
    const shown = await showPosting(actor, params.id as NeedId);
    return shown.ok ? accept({ ...shown.value, mayPost: reachOf(actor, 'need.post') !== null }) : shown;
  },
});

const back = (id: string, message: string) =>
  accept({ to: `/my/needs/${id}/banks`, flash: { tone: 'success' as const, message } });

export const action = commands({
  post: command({
    can: 'need.post',
    audit: null,
    params,
    schema: PostForm,
    run: async ({ actor, params, input }) => {
      const posted = await postNeed(asFirm(actor), params.id as NeedId, input.named === 'yes');
      return posted.ok ? back(params.id, 'need.posted') : posted;
    },
  }),
  withdraw: command({
    can: 'need.post',
    audit: null,
    params,
    schema: z.object({}),
    run: async ({ actor, params }) => {
      const closed = await closePosting(asFirm(actor), params.id as NeedId);
      return closed.ok ? back(params.id, 'need.posting-closed') : closed;
    },
  }),
  agree: command({
    can: 'need.post',
    audit: null,
    params,
    schema: z.object({ agreed: z.literal('yes', 'need.not-agreed') }),
    run: async ({ actor, params }) => {
      const agreed = await agreeNomination(asFirm(actor), params.id as NeedId);
      return agreed.ok ? back(params.id, 'need.nomination-agreed') : agreed;
    },
  }),
  decline: command({
    can: 'need.post',
    audit: null,
    params,
    schema: z.object({}),
    run: async ({ actor, params }) => {
      const declined = await declineNomination(asFirm(actor), params.id as NeedId);
      return declined.ok ? back(params.id, 'need.nomination-declined') : declined;
    },
  }),
  choose: command({
    can: 'need.post',
    audit: null,
    params,
    schema: z.object({ answer: z.uuid() }),
    run: async ({ actor, params, input }) => {
      const chosen = await chooseAnswer(asFirm(actor), params.id as NeedId, input.answer);
      if (!chosen.ok) return chosen;
      const to = `/my/applications/new?need=${params.id}&products=${chosen.value.productId}`;
      return accept({ to, flash: { tone: 'success', message: 'need.chosen' } });
    },
  }),
});

export default function NeedBanksRoute() {
  return <PostingPage posting={useLoaderData<typeof loader>()} />;
}
