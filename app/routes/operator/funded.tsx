import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { fundedQuery, subscribeForm } from '~/routes/operator/funded-query.ts';
import { asPerson } from '~/server/access/actor.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { listFundedFirms } from '~/server/overview/list-funded-firms.ts';
import { listSubscriptions } from '~/server/overview/list-subscriptions.ts';
import { subscribeView } from '~/server/overview/subscribe-view.ts';
import { unsubscribeView } from '~/server/overview/unsubscribe-view.ts';
import { overviewText } from '~/text/overview.ts';
import { FundedFirms } from '~/ui/overview/funded-firms.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(overviewText, 'funded.title');

const can = 'overview.funded-firms';

export const loader = view({
  can,
  audit: 'overview.funded-firms-listed',
  query: fundedQuery,
  load: async ({ actor, query: { after, ...filter } }) => {
    const [rank = '', id = ''] = after?.split('.') ?? [];
    const page = await listFundedFirms(actor, after ? { ...filter, after: { rank, id } } : filter);
    const query = Object.fromEntries(
      Object.entries({ ...filter, after }).filter(([, value]) => value),
    ) as Record<string, string>;
    const kept = Object.entries(filter).filter(([, value]) => value) as [string, string][];
    return {
      ...page,
      query,
      subscriptions: await listSubscriptions(asPerson(actor)),
      subscribing: new URLSearchParams(kept).toString(),
    };
  },
});

export const action = commands({
  subscribe: command({
    can,
    audit: null,
    schema: subscribeForm,
    run: async ({ actor, input }) => {
      const subscribed = await subscribeView(asPerson(actor), input);
      if (!subscribed.ok) return subscribed;
      const to = `/operator/funded${input.query ? `?${input.query}` : ''}`;
      return accept({ to, flash: { tone: 'success', message: 'overview.view-subscribed' } });
    },
  }),
  unsubscribe: command({
    can,
    audit: null,
    schema: z.object({ id: z.uuid() }),
    run: async ({ actor, input }) => {
      const ended = await unsubscribeView(asPerson(actor), input.id);
      if (!ended.ok) return ended;
      const flash = { tone: 'success', message: 'overview.view-unsubscribed' } as const;
      return accept({ to: '/operator/funded', flash });
    },
  }),
});

export default function FundedPage() {
  return <FundedFirms {...useLoaderData<typeof loader>()} reply={useActionData()} />;
}
