import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { alertParams, caseText } from '~/routes/alert-query.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { callCommittee } from '~/server/monitoring/committee/call-committee.ts';
import { closeCommittee } from '~/server/monitoring/committee/close-committee.ts';
import { showCommittee } from '~/server/monitoring/committee/show-committee.ts';
import { followUpAlert } from '~/server/monitoring/follow-up-alert.ts';
import { showAlert } from '~/server/monitoring/show-alert.ts';
import { alertText } from '~/text/alert.ts';
import { AlertCase } from '~/ui/monitoring/alert-case.tsx';
import { FollowUpForm } from '~/ui/monitoring/alert-forms.tsx';
import { CommitteeDesk } from '~/ui/monitoring/committee-desk.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(alertText, 'alert.page-title');

export const loader = view({
  can: 'alert.follow-up',
  params: alertParams,
  load: async ({ actor, params }) => {
    const alert = await showAlert(actor, params.id);
    if (!alert.ok) return alert;
    return accept({ ...alert.value, meeting: await showCommittee(actor, alert.value.enterpriseId) });
  },
  audit: (alert) => ({
    action: 'monitoring.opened',
    enterpriseId: alert.enterpriseId as never,
    purpose: 'post-loan',
    detail: { alertId: alert.id },
  }),
});

type Message = 'monitoring.followed-up' | 'monitoring.committee-called' | 'monitoring.committee-closed';

const backTo = (id: string, message: Message) =>
  accept({ to: `/operator/alerts/${id}`, flash: { tone: 'success' as const, message } });

export const action = commands({
  'follow-up': command({
    can: 'alert.follow-up',
    audit: null,
    params: alertParams,
    schema: z.object({ text: caseText }),
    run: async ({ actor, params, input }) => {
      const noted = await followUpAlert(actor, params.id, { text: input.text, bankOnly: false });
      return noted.ok ? backTo(params.id, 'monitoring.followed-up') : noted;
    },
  }),
  'call-committee': command({
    can: 'alert.follow-up',
    audit: null,
    params: alertParams,
    schema: z.object({ reason: caseText }),
    run: async ({ actor, params, input }) => {
      const called = await callCommittee(actor, params.id, input.reason);
      return called.ok ? backTo(params.id, 'monitoring.committee-called') : called;
    },
  }),
  'close-committee': command({
    can: 'alert.follow-up',
    audit: null,
    params: alertParams,
    schema: z.object({ committee: z.uuid(), note: caseText }),
    run: async ({ actor, params, input }) => {
      const closed = await closeCommittee(actor, input.committee, input.note);
      return closed.ok ? backTo(params.id, 'monitoring.committee-closed') : closed;
    },
  }),
});

export default function AlertPage() {
  const { meeting, ...alert } = useLoaderData<typeof loader>();
  return (
    <AlertCase alert={alert} side="operator" back={`/operator/funded/${alert.loanId}`}>
      {alert.state === 'closed' ? null : <FollowUpForm side="operator" />}
      <CommitteeDesk {...meeting} />
    </AlertCase>
  );
}
