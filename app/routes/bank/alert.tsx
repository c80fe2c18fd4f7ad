import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { dayAt } from '~/domain/kernel/day.ts';
import { alertParams, caseText } from '~/routes/alert-query.ts';
import { backTo, caseDeskCommands, measureCommands, verdictFields } from '~/routes/bank/case-commands.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { closeAlert } from '~/server/monitoring/close-alert.ts';
import { followUpAlert } from '~/server/monitoring/follow-up-alert.ts';
import { reverseVerdict } from '~/server/monitoring/reverse-verdict.ts';
import { showAlert } from '~/server/monitoring/show-alert.ts';
import { alertText } from '~/text/alert.ts';
import { AlertCase } from '~/ui/monitoring/alert-case.tsx';
import { FollowUpForm } from '~/ui/monitoring/alert-forms.tsx';
import { CaseDesk } from '~/ui/monitoring/case-desk.tsx';
import { MeasureForm } from '~/ui/monitoring/case-measures.tsx';
import { CloseForm, ReverseForm } from '~/ui/monitoring/case-verdicts.tsx';
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
      return noted.ok ? backTo(params.id, 'monitoring.followed-up') : noted;
    },
  }),
  close: command({
    can: 'alert.close',
    audit: null,
    params: alertParams,
    schema: verdictFields,
    run: async ({ actor, params, input }) => {
      const closed = await closeAlert(actor, params.id, input);
      return closed.ok ? backTo(params.id, 'monitoring.closed') : closed;
    },
  }),
  reverse: command({
    can: 'alert.close',
    audit: null,
    params: alertParams,
    schema: verdictFields.extend({ reason: caseText }),
    run: async ({ actor, params, input }) => {
      const reversed = await reverseVerdict(actor, params.id, input);
      return reversed.ok ? backTo(params.id, 'monitoring.reversed') : reversed;
    },
  }),
  ...caseDeskCommands,
  ...measureCommands,
});

export default function AlertPage() {
  const { desk, ...alert } = useLoaderData<typeof loader>();
  return (
    <AlertCase alert={alert} side="bank" back="/bank/alerts">
      {desk && alert.state !== 'closed' ? (
        <>
          <CaseDesk id={alert.id} desk={desk} />
          <FollowUpForm side="bank" />
          <MeasureForm today={desk.today} raisedOn={dayAt(new Date(alert.raisedAt))} />
          <CloseForm today={desk.today} />
        </>
      ) : null}
      {desk?.reversal ? <ReverseForm reversal={desk.reversal} today={desk.today} /> : null}
    </AlertCase>
  );
}
