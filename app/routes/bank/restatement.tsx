import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { dayAt } from '~/domain/kernel/day.ts';
import { accept } from '~/domain/kernel/result.ts';
import { caseParams, caseText } from '~/routes/rights-query.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { handleNotice } from '~/server/restatement/handle-notice.ts';
import { showNotice } from '~/server/restatement/show-notice.ts';
import { restatementText } from '~/text/restatement.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { NoticePage } from '~/ui/restatement/notice-pages.tsx';

export const meta = pageTitle(restatementText, 'restatement.bank.title');

export const loader = view({
  can: 'restatement.read-notices',
  audit: null,
  params: caseParams,
  load: ({ actor, params }) => showNotice(actor, params.id),
});

export const action = command({
  can: 'restatement.handle',
  audit: null,
  params: caseParams,
  schema: z.object({ outcome: z.enum(['kept', 'invited']), note: caseText }),
  run: async ({ actor, params, input }) => {
    const handled = await handleNotice(actor, params.id, input);
    if (!handled.ok) return handled;
    return accept({
      to: `/bank/restatements/${params.id}`,
      flash: { tone: 'success', message: 'restatement.handled' },
    });
  },
});

export default function RestatementRoute() {
  const { mayHandle, now, ...notice } = useLoaderData<typeof loader>();
  return <NoticePage notice={notice} mayHandle={mayHandle} today={dayAt(new Date(now))} />;
}
