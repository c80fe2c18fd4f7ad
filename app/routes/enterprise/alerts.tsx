import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { alertQuery } from '~/routes/alert-query.ts';
import { clock } from '~/server/clock.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { answerCall } from '~/server/monitoring/committee/answer-call.ts';
import { showOwnCommittee } from '~/server/monitoring/committee/show-committee.ts';
import { listAlerts } from '~/server/monitoring/list-alerts.ts';
import { alertText } from '~/text/alert.ts';
import { AlertList } from '~/ui/monitoring/alert-list.tsx';
import { OwnCommittee } from '~/ui/monitoring/own-committee.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(alertText, 'alert.list.firm.title');

export const loader = view({
  can: 'alert.read-own',
  audit: null,
  query: alertQuery,
  load: async ({ actor, query }) => ({
    ...(await listAlerts(actor, { state: query.state }, query.page)),
    tab: query.state,
    now: clock.now().toISOString(),
    committee: await showOwnCommittee(actor),
    isOwner: actor.kind === 'person' && actor.role === 'owner',
  }),
});

/** The owner answers whether the firm's lenders may be invited to a committee. */
export const action = command({
  can: 'alert.agree-committee',
  audit: null,
  schema: z.object({ committee: z.uuid(), answer: z.enum(['agreed', 'refused']) }),
  run: async ({ actor, input }) => {
    const answered = await answerCall(actor, input.committee, input.answer);
    if (!answered.ok) return answered;
    return accept({
      to: '/my/alerts',
      flash: { tone: 'success', message: 'monitoring.committee-answered' },
    });
  },
});

export default function AlertsPage() {
  const { committee, isOwner, ...list } = useLoaderData<typeof loader>();
  return (
    <AlertList side="firm" {...list}>
      {committee ? <OwnCommittee committee={committee} isOwner={isOwner} /> : null}
    </AlertList>
  );
}
