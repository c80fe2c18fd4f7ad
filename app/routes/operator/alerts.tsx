import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { alertRegisterQuery } from '~/routes/alert-query.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { listRegister } from '~/server/monitoring/list-register.ts';
import { remindAlert } from '~/server/monitoring/remind-alert.ts';
import { alertText } from '~/text/alert.ts';
import { AlertRegister } from '~/ui/monitoring/alert-register.tsx';
import { pageTitle } from '~/ui/page-title.ts';

const can = 'alert.follow-up';

export const meta = pageTitle(alertText, 'alert.list.operator.title');

export const loader = view({
  can,
  audit: 'monitoring.register-read',
  query: alertRegisterQuery,
  load: async ({ actor, query: { page, ...filter } }) => ({
    ...(await listRegister(actor, filter, page)),
    filter,
  }),
});

export const action = command({
  can,
  audit: null,
  schema: z.object({ id: z.uuid(), whom: z.enum(['bank', 'firm']) }),
  run: async ({ actor, input, request }) => {
    const reminded = await remindAlert(actor, input.id, input.whom);
    if (!reminded.ok) return reminded;
    const kept = new URL(request.url).searchParams;
    kept.delete('_data');
    return accept({
      to: `/operator/alerts?${kept}`,
      flash: { tone: 'success', message: 'monitoring.reminded' },
    });
  },
});

export default function AlertRegisterPage() {
  return <AlertRegister {...useLoaderData<typeof loader>()} reply={useActionData()} />;
}
