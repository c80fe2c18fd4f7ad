import { useLoaderData } from '@remix-run/react';
import { view } from '~/server/http/view.ts';
import { listSections } from '~/server/modelling/list-public.ts';
import { jointText } from '~/text/joint.ts';
import { PublicListPage } from '~/ui/modelling/public-list-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(jointText, 'public-list.title');

export const loader = view({
  can: 'modelling.list-public',
  audit: null,
  load: ({ actor }) => listSections(actor),
});

export default function PublicListOfBank() {
  return <PublicListPage {...useLoaderData<typeof loader>()} />;
}
