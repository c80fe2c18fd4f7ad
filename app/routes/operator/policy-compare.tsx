import { useLoaderData } from '@remix-run/react';
import { view } from '~/server/http/view.ts';
import { compareVersions } from '~/server/policy/compare-versions.ts';
import { compareQuery, schemeParams } from '~/server/policy/forms.ts';
import { policyDeskText } from '~/text/policy-desk.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { ComparePage } from '~/ui/policy/compare-page.tsx';

export const meta = pageTitle(policyDeskText, 'policy.compare');

export const loader = view({
  can: 'policy.read',
  audit: null,
  params: schemeParams,
  query: compareQuery,
  load: ({ actor, params: { code }, query }) => compareVersions(actor, code, query),
});

export default function PolicyCompare() {
  return <ComparePage {...useLoaderData<typeof loader>()} />;
}
