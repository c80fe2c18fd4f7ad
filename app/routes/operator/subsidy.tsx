import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { idParams, noteField, pageQuery } from '~/routes/subsidy-query.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { decideSettlement } from '~/server/subsidy/decide-settlement.ts';
import { resumePayment } from '~/server/subsidy/resume-payment.ts';
import { showSettlement } from '~/server/subsidy/show-settlement.ts';
import { subsidyDeskText } from '~/text/subsidy.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { Settlement } from '~/ui/subsidy/settlement.tsx';

export const meta = pageTitle(subsidyDeskText, 'desk.run-page-title');

export const loader = view({
  can: 'subsidy.read-desk',
  audit: null,
  params: idParams,
  query: pageQuery,
  load: ({ actor, params, query }) => showSettlement(actor, params.id, query.page),
});

const shared = { can: 'subsidy.decide', audit: null, params: idParams } as const;
const done = (id: string, message: string) =>
  accept({ to: `/operator/subsidies/${id}`, flash: { tone: 'success', message } as const });

export const action = commands({
  approve: command({
    ...shared,
    schema: z.object({}),
    run: async ({ actor, params }) => {
      const decided = await decideSettlement(actor, params.id, 'approve', null);
      return decided.ok ? done(params.id, 'subsidy.approved') : decided;
    },
  }),
  reject: command({
    ...shared,
    schema: z.object({ note: noteField }),
    run: async ({ actor, params, input }) => {
      const decided = await decideSettlement(actor, params.id, 'reject', input.note);
      return decided.ok ? done(params.id, 'subsidy.rejected') : decided;
    },
  }),
  resume: command({
    ...shared,
    schema: z.object({}),
    run: async ({ actor, params }) => {
      const resumed = await resumePayment(actor, params.id);
      return resumed.ok ? done(params.id, 'subsidy.resumed') : resumed;
    },
  }),
});

export default function SettlementPage() {
  return <Settlement {...useLoaderData<typeof loader>()} />;
}
