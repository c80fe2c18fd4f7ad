import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { caseQuery, listAddress } from '~/routes/alert-query.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { listCases } from '~/server/monitoring/list-cases.ts';
import { remindAlert } from '~/server/monitoring/remind-alert.ts';
import { alertText } from '~/text/alert.ts';
import { CaseListPage } from '~/ui/monitoring/case-list.tsx';
import { pageTitle } from '~/ui/page-title.ts';

const can = 'alert.follow-up';

export const meta = pageTitle(alertText, 'alert.list.operator.title');

export const loader = view({
  can,
  audit: 'monitoring.register-read',
  query: caseQuery('live'),
  load: async ({ actor, query }) => ({ ...(await listCases(actor, query)), query }),
});

export const action = command({
  can,
  audit: null,
  schema: z.object({ id: z.uuid(), whom: z.enum(['bank', 'firm']) }),
  run: async ({ actor, input, request }) => {
    const reminded = await remindAlert(actor, input.id, input.whom);
    if (!reminded.ok) return reminded;
    return accept({
      to: listAddress(request, '/operator/alerts'),
      flash: { tone: 'success', message: 'monitoring.reminded' },
    });
  },
});

export default function AlertRegisterPage() {
  return <CaseListPage side="operator" {...useLoaderData<typeof loader>()} reply={useActionData()} />;
}
