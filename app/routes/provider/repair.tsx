import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { caseParams, caseText } from '~/routes/rights-query.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { decideRepair } from '~/server/repair/decide-repair.ts';
import { showRepair } from '~/server/repair/show-repair.ts';
import { repairText } from '~/text/repair.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { DecideForm } from '~/ui/repair/repair-forms.tsx';
import { RepairPage } from '~/ui/repair/repair-page.tsx';

export const meta = pageTitle(repairText, 'repair.title');

export const loader = view({
  can: 'objection.read-desk',
  params: caseParams,
  load: ({ actor, params }) => showRepair(actor, params.id),
  audit: ({ enterpriseId }, { params }) => ({
    action: 'repair.opened',
    enterpriseId,
    detail: { caseId: params.id },
  }),
});

export const action = commands({
  decide: command({
    can: 'repair.decide',
    audit: null,
    params: caseParams,
    schema: z.object({ move: z.enum(['grant', 'refuse', 'perform', 'fail']), reason: caseText }),
    run: async ({ actor, params, input }) => {
      const decided = await decideRepair(actor, params.id, input);
      if (!decided.ok) return decided;
      return accept({
        to: `/provider/repairs/${params.id}`,
        flash: { tone: 'success', message: 'repair.decided' },
      });
    },
  }),
});

const moves = { filed: ['grant', 'refuse'], shielded: ['perform', 'fail'] } as const;

export default function RepairRoute() {
  const repair = useLoaderData<typeof loader>();
  const open = repair.state === 'filed' || repair.state === 'shielded' ? moves[repair.state] : null;
  return (
    <RepairPage repair={repair} side="provider">
      {open ? <DecideForm moves={open} /> : null}
    </RepairPage>
  );
}
