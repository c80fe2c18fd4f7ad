import { useLoaderData } from '@remix-run/react';
import { reachOf } from '~/server/access/policy.ts';
import { view } from '~/server/http/view.ts';
import { listQuery } from '~/server/policy/forms.ts';
import { listSchemes } from '~/server/policy/list-schemes.ts';
import { policyDeskText } from '~/text/policy-desk.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { PoliciesPage } from '~/ui/policy/policies-page.tsx';

export const meta = pageTitle(policyDeskText, 'policy.title');

export const loader = view({
  can: 'policy.read',
  audit: null,
  query: listQuery,
  load: async ({ actor, query }) => ({
    ...(await listSchemes(actor, query)),
    query,
    mayDraft: reachOf(actor, 'policy.draft') !== null,
  }),
});

export default function Policies() {
  return <PoliciesPage {...useLoaderData<typeof loader>()} />;
}
