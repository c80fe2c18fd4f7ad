import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { reachOf } from '~/server/access/policy.ts';
import { changeTrade } from '~/server/application/change-trade.ts';
import { showTrade } from '~/server/application/show-trade.ts';
import { ShareForm } from '~/server/application/trade-forms.ts';
import { command, commands } from '~/server/http/command.ts';
import { shownOnce } from '~/server/http/shown-once.ts';
import { view } from '~/server/http/view.ts';
import { tradeText } from '~/text/trade.ts';
import { TradeFilePage } from '~/ui/application/trade-file.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(tradeText, 'trade.one');

const params = z.object({ id: z.uuid() });

export const loader = view({
  can: 'application.read-trade',
  audit: null,
  params,
  headers: (page: { claim: { id: string }; fresh: unknown }) =>
    page.fresh ? { 'set-cookie': shownOnce.forget(`/my/trade/${page.claim.id}`) } : {},
  load: async ({ actor, params, request }) => {
    const shown = await showTrade(actor, params.id);
    if (!shown.ok) return shown;
    const mayChange = reachOf(actor, 'application.ask-buyer') !== null;
    return accept({ ...shown.value, mayChange, fresh: await shownOnce.link(request, 'confirm') });
  },
});

const back = (id: string, message: string) =>
  accept({ to: `/my/trade/${id}`, flash: { tone: 'success' as const, message } });

export const action = commands({
  withdraw: command({
    can: 'application.ask-buyer',
    audit: null,
    params,
    schema: z.object({}),
    run: async ({ actor, params }) => {
      const done = await changeTrade(actor, params.id, { kind: 'withdraw' });
      return done.ok ? back(params.id, 'trade.withdrawn') : done;
    },
  }),
  share: command({
    can: 'application.ask-buyer',
    audit: null,
    params,
    schema: ShareForm,
    run: async ({ actor, params, input }) => {
      const change = { kind: 'share', applicationId: input.application } as const;
      const done = await changeTrade(actor, params.id, change);
      return done.ok ? back(params.id, 'trade.shown') : done;
    },
  }),
});

export default function TradeClaimRoute() {
  return <TradeFilePage {...useLoaderData<typeof loader>()} />;
}
