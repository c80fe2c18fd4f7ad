import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { caseParams } from '~/routes/rights-query.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { decideRepair } from '~/server/repair/decide-repair.ts';
import { showRepair } from '~/server/repair/show-repair.ts';
import { repairText } from '~/text/repair.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { LinkButton } from '~/ui/parts/button.tsx';
import { WithdrawRepairForm } from '~/ui/repair/repair-forms.tsx';
import { RepairPage } from '~/ui/repair/repair-page.tsx';
import { useText } from '~/ui/text.ts';

export const meta = pageTitle(repairText, 'repair.title');

export const loader = view({
  can: 'objection.read-own',
  audit: null,
  params: caseParams,
  load: ({ actor, params }) => showRepair(actor, params.id),
});

export const action = commands({
  withdraw: command({
    can: 'repair.file',
    audit: null,
    params: caseParams,
    schema: z.object({}),
    run: async ({ actor, params }) => {
      const withdrawn = await decideRepair(actor, params.id, { move: 'withdraw', reason: '' });
      if (!withdrawn.ok) return withdrawn;
      return accept({
        to: `/my/rights/repairs/${params.id}`,
        flash: { tone: 'success', message: 'repair.withdrawn' },
      });
    },
  }),
});

export default function RepairRoute() {
  const repair = useLoaderData<typeof loader>();
  const t = useText(repairText);
  return (
    <RepairPage repair={repair} side="firm">
      {repair.state === 'filed' ? (
        <div className="flex flex-wrap items-start gap-3">
          <LinkButton to={`/my/rights/records/${repair.factId}/repair.pdf`} download variant="secondary">
            {t('repair.pdf')}
          </LinkButton>
          <WithdrawRepairForm />
        </div>
      ) : null}
    </RepairPage>
  );
}
