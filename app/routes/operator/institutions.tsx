import { useLoaderData } from '@remix-run/react';
import { reachOf } from '~/server/access/policy.ts';
import { view } from '~/server/http/view.ts';
import { institutionsQuery } from '~/server/institution/forms.ts';
import { listInstitutions } from '~/server/institution/list-institutions.ts';
import { institutionText } from '~/text/institution.ts';
import { InstitutionsPage } from '~/ui/institution/institutions-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(institutionText, 'institution.title');

export const loader = view({
  can: 'institution.read',
  audit: null,
  query: institutionsQuery,
  load: async ({ actor, query, locale }) => ({
    ...(await listInstitutions(actor, query, locale)),
    query,
    mayAdmit: reachOf(actor, 'institution.admit') !== null,
  }),
});

export default function Institutions() {
  return <InstitutionsPage {...useLoaderData<typeof loader>()} />;
}
