import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { alertParams, caseText } from '~/routes/alert-query.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { followUpAlert } from '~/server/monitoring/follow-up-alert.ts';
import { showAlert } from '~/server/monitoring/show-alert.ts';
import { alertText } from '~/text/alert.ts';
import { AlertCase } from '~/ui/monitoring/alert-case.tsx';
import { FollowUpForm } from '~/ui/monitoring/alert-forms.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(alertText, 'alert.page-title');

export const loader = view({
  can: 'alert.follow-up',
  params: alertParams,
  load: ({ actor, params }) => showAlert(actor, params.id),
  audit: (alert) => ({
    action: 'monitoring.opened',
    enterpriseId: alert.enterpriseId as never,
    purpose: 'post-loan',
    detail: { alertId: alert.id },
  }),
});

export const action = command({
  can: 'alert.follow-up',
  audit: null,
  params: alertParams,
  schema: z.object({ text: caseText }),
  run: async ({ actor, params, input }) => {
    const noted = await followUpAlert(actor, params.id, { text: input.text, bankOnly: false });
    if (!noted.ok) return noted;
    return accept({
      to: `/operator/alerts/${params.id}`,
      flash: { tone: 'success', message: 'monitoring.followed-up' },
    });
  },
});

export default function AlertPage() {
  const alert = useLoaderData<typeof loader>();
  return (
    <AlertCase alert={alert} side="operator" back={`/operator/funded/${alert.loanId}`}>
      {alert.state === 'closed' ? null : <FollowUpForm side="operator" />}
    </AlertCase>
  );
}
