import { useLoaderData } from '@remix-run/react';
import { caseParams } from '~/routes/rights-query.ts';
import { view } from '~/server/http/view.ts';
import { showRepair } from '~/server/repair/show-repair.ts';
import { repairText } from '~/text/repair.ts';
import { pageTitle } from '~/ui/page-title.ts';
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

export default function RepairRoute() {
  return <RepairPage repair={useLoaderData<typeof loader>()} side="operator" />;
}
