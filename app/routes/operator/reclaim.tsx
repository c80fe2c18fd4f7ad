import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { idParams } from '~/routes/subsidy-query.ts';
import { command, commands } from '~/server/http/command.ts';
import { dayField, yuanField } from '~/server/http/fields.ts';
import { view } from '~/server/http/view.ts';
import { decideReclaim } from '~/server/subsidy/decide-reclaim.ts';
import { recordReturn } from '~/server/subsidy/record-return.ts';
import { showReclaim } from '~/server/subsidy/show-reclaim.ts';
import { subsidyDeskText } from '~/text/subsidy.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { Reclaim } from '~/ui/subsidy/reclaim.tsx';

export const meta = pageTitle(subsidyDeskText, 'desk.reclaim-page-title');

export const loader = view({
  can: 'subsidy.read-desk',
  audit: null,
  params: idParams,
  load: ({ actor, params }) => showReclaim(actor, params.id),
});

const shared = { can: 'subsidy.reclaim', audit: null, params: idParams } as const;
const done = (id: string, message: string) =>
  accept({ to: `/operator/reclaims/${id}`, flash: { tone: 'success', message } as const });

const decide = (answer: 'demand' | 'dismiss') =>
  command({
    ...shared,
    schema: z.object({}),
    run: async ({ actor, params }) => {
      const decided = await decideReclaim(actor, params.id, answer);
      if (!decided.ok) return decided;
      return done(params.id, answer === 'demand' ? 'subsidy.demanded' : 'subsidy.dismissed');
    },
  });

export const action = commands({
  demand: decide('demand'),
  dismiss: decide('dismiss'),
  return: command({
    ...shared,
    schema: z.object({ amount: yuanField, paidOn: dayField }),
    run: async ({ actor, params, input }) => {
      const recorded = await recordReturn(actor, params.id, input);
      return recorded.ok ? done(params.id, 'subsidy.return-booked') : recorded;
    },
  }),
});

export default function ReclaimPage() {
  return <Reclaim {...useLoaderData<typeof loader>()} />;
}
