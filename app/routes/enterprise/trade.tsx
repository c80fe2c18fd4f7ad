import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { reachOf } from '~/server/access/policy.ts';
import { answerByAccount } from '~/server/application/answer-trade.ts';
import { askBuyer } from '~/server/application/ask-buyer.ts';
import { listTrade } from '~/server/application/show-trade.ts';
import { AnswerForm, AskForm } from '~/server/application/trade-forms.ts';
import { command, commands } from '~/server/http/command.ts';
import { shownOnce } from '~/server/http/shown-once.ts';
import { view } from '~/server/http/view.ts';
import { tradeText } from '~/text/trade.ts';
import { TradePage } from '~/ui/application/trade-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(tradeText, 'trade.title');

export const loader = view({
  can: 'application.read-trade',
  audit: null,
  load: async ({ actor }) => ({
    ...(await listTrade(actor)),
    mayAsk: reachOf(actor, 'application.ask-buyer') !== null,
  }),
});

export const action = commands({
  ask: command({
    can: 'application.ask-buyer',
    audit: null,
    schema: AskForm,
    run: async ({ actor, input }) => {
      const asked = await askBuyer(actor, input);
      if (!asked.ok) return asked;
      const { id, token, buyer } = asked.value;
      const to = `/my/trade/${id}`;
      const headers = token ? { 'set-cookie': await shownOnce.write({ token, name: buyer }, to) } : undefined;
      return accept({ to, flash: { tone: 'success', message: 'trade.asked' }, ...(headers && { headers }) });
    },
  }),
  answer: command({
    can: 'application.answer-trade',
    audit: null,
    schema: z.object({ id: z.uuid() }).and(AnswerForm),
    run: async ({ actor, input }) => {
      const answered = await answerByAccount(actor, input.id, input);
      if (!answered.ok) return answered;
      return accept({ to: '/my/trade', flash: { tone: 'success', message: 'trade.answered' } });
    },
  }),
});

export default function TradeRoute() {
  return <TradePage {...useLoaderData<typeof loader>()} />;
}
