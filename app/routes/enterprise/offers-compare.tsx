import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { ApplicationId, NeedId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { reachOf } from '~/server/access/policy.ts';
import { answerOffer } from '~/server/application/answer-offer.ts';
import { compareOffers } from '~/server/application/compare-offers.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { applyText } from '~/text/apply.ts';
import { ComparePage } from '~/ui/application/compare-page.tsx';
import { replyTo } from '~/ui/form-reply.ts';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(applyText, 'compare.title');

export const loader = view({
  can: 'application.read-own',
  audit: null,
  query: z.object({ need: z.uuid() }),
  load: async ({ actor, query }) => {
    const compared = await compareOffers(actor, query.need as NeedId);
    return compared.ok
      ? accept({ ...compared.value, mayAnswer: reachOf(actor, 'offer.answer') !== null })
      : compared;
  },
});

const ticked = z.literal('yes').optional();

export const action = command({
  can: 'offer.answer',
  audit: null,
  schema: z.object({
    application: z.uuid(),
    answer: z.enum(['accept', 'decline']),
    closeOthers: ticked,
    monitoring: ticked,
    watchedBy: z.union([z.uuid(), z.literal('')]).optional(),
  }),
  run: async ({ actor, input: { application, answer, ...choice } }) => {
    const applicationId = application as ApplicationId;
    const closeOthers = choice.closeOthers === 'yes';
    const done = await answerOffer(actor, {
      applicationId,
      answer,
      closeOthers,
      monitoring: choice.monitoring === 'yes',
      ...(choice.watchedBy !== undefined && { watchedBy: choice.watchedBy }),
    });
    if (!done.ok) return done;
    const message = answer === 'accept' ? 'application.accepted' : 'application.offer-declined';
    return accept({ to: `/my/applications/${application}`, flash: { tone: 'success', message } });
  },
});

export default function OffersComparePage() {
  const data = useLoaderData<typeof loader>();
  return <ComparePage {...data} reply={replyTo(useActionData())} />;
}
