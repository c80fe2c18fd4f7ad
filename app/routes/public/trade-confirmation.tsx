import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { answerByLink } from '~/server/application/answer-trade.ts';
import { showTradeDoor } from '~/server/application/show-trade.ts';
import { AnswerForm } from '~/server/application/trade-forms.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { tradeText } from '~/text/trade.ts';
import { TradeDoorPage } from '~/ui/application/trade-file.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(tradeText, 'trade.door');

const params = z.object({ token: z.string().min(20).max(64) });

export const loader = view({
  can: 'public',
  audit: null,
  params,
  headers: { 'referrer-policy': 'no-referrer' },
  load: ({ params: { token } }) => showTradeDoor(token),
});

export const action = commands({
  answer: command({
    can: 'public',
    audit: null,
    params,
    schema: AnswerForm,
    run: async ({ params: { token }, input }) => {
      const answered = await answerByLink(token, input);
      if (!answered.ok) return answered;
      return accept({ to: `/confirm/${token}`, flash: { tone: 'success', message: 'trade.answered' } });
    },
  }),
});

export default function TradeConfirmationRoute() {
  return <TradeDoorPage claim={useLoaderData<typeof loader>()} />;
}
