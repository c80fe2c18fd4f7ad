import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { verdicts } from '~/domain/monitoring/case.ts';
import { alertParams, caseText } from '~/routes/alert-query.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { closeAlert } from '~/server/monitoring/close-alert.ts';
import { followUpAlert } from '~/server/monitoring/follow-up-alert.ts';
import { showAlert } from '~/server/monitoring/show-alert.ts';
import { alertText } from '~/text/alert.ts';
import { AlertCase } from '~/ui/monitoring/alert-case.tsx';
import { CloseForm, FollowUpForm } from '~/ui/monitoring/alert-forms.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(alertText, 'alert.page-title');

export const loader = view({
  can: 'alert.read-inbox',
  params: alertParams,
  load: ({ actor, params }) => showAlert(actor, params.id),
  audit: (alert) => ({
    action: 'monitoring.opened',
    enterpriseId: alert.enterpriseId as never,
    purpose: 'post-loan',
    detail: { alertId: alert.id },
  }),
});

export const action = commands({
  'follow-up': command({
    can: 'alert.close',
    audit: null,
    params: alertParams,
    schema: z.object({ text: caseText, bankOnly: z.literal('yes').optional() }),
    run: async ({ actor, params, input }) => {
      const noted = await followUpAlert(actor, params.id, {
        text: input.text,
        bankOnly: input.bankOnly === 'yes',
      });
      if (!noted.ok) return noted;
      return accept({
        to: `/bank/alerts/${params.id}`,
        flash: { tone: 'success', message: 'monitoring.followed-up' },
      });
    },
  }),
  close: command({
    can: 'alert.close',
    audit: null,
    params: alertParams,
    schema: z.object({ verdict: z.enum(verdicts), note: caseText }),
    run: async ({ actor, params, input }) => {
      const closed = await closeAlert(actor, params.id, input);
      if (!closed.ok) return closed;
      return accept({
        to: `/bank/alerts/${params.id}`,
        flash: { tone: 'success', message: 'monitoring.closed' },
      });
    },
  }),
});

export default function AlertPage() {
  const alert = useLoaderData<typeof loader>();
  return (
    <AlertCase alert={alert} side="bank" back="/bank/alerts">
      {alert.state === 'closed' ? null : (
        <>
          <FollowUpForm side="bank" />
          <CloseForm />
        </>
      )}
    </AlertCase>
  );
}
