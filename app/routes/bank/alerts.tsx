import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { UserId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { caseIds, caseQuery, caseText, listAddress } from '~/routes/alert-query.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { assignCases } from '~/server/monitoring/assign-cases.ts';
import { listCases } from '~/server/monitoring/list-cases.ts';
import { alertText } from '~/text/alert.ts';
import { CaseListPage } from '~/ui/monitoring/case-list.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(alertText, 'alert.list.bank.title');

export const loader = view({
  can: 'alert.read-inbox',
  audit: null,
  query: caseQuery('desk'),
  load: async ({ actor, query }) => ({ ...(await listCases(actor, query)), query }),
});

export const action = commands({
  assign: command({
    can: 'alert.close',
    audit: null,
    schema: z.object({
      ids: caseIds,
      to: z.uuid('form.required').transform((id) => id as UserId),
      reason: caseText,
    }),
    run: async ({ actor, input: { ids, ...to }, request }) => {
      const given = await assignCases(actor, ids, to);
      if (!given.ok) return given;
      const flash = { tone: 'success', message: 'monitoring.assigned', args: [given.value] } as const;
      return accept({ to: listAddress(request, '/bank/alerts'), flash });
    },
  }),
});

export default function AlertsPage() {
  return <CaseListPage side="bank" {...useLoaderData<typeof loader>()} reply={useActionData()} />;
}
