import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { decideConflict } from '~/server/record/decide-conflict.ts';
import { verdictForm } from '~/server/record/forms.ts';
import { listConflicts } from '~/server/record/list-conflicts.ts';
import { reconciliationText } from '~/text/reconciliation.ts';
import { replyTo } from '~/ui/form-reply.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { ConflictsPage } from '~/ui/record/conflicts-page.tsx';

const can = 'record.reconcile';

export const meta = pageTitle(reconciliationText, 'reconcile.title');

export const loader = view({
  can,
  audit: 'record.conflicts-opened',
  query: z.object({
    state: z.enum(['open', 'decided']).catch('open').default('open'),
    after: z.uuid().optional(),
  }),
  load: ({ actor, query: { state, after } }) => listConflicts(actor, { open: state === 'open', after }),
});

export const action = command({
  can,
  audit: null,
  schema: verdictForm,
  run: async ({ actor, input }) => {
    const decided = await decideConflict(actor, input);
    if (!decided.ok) return decided;
    return accept({
      to: '/operator/conflicts',
      flash: { tone: 'success', message: 'reconcile.flash.decided' },
    });
  },
});

export default function Conflicts() {
  return <ConflictsPage {...useLoaderData<typeof loader>()} reply={replyTo(useActionData())} />;
}
