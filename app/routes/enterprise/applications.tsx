import { useLoaderData } from '@remix-run/react';
import { listApplications } from '~/server/application/list-applications.ts';
import { view } from '~/server/http/view.ts';
import { applicationText } from '~/text/application.ts';
import { ApplicationList } from '~/ui/application/application-list.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(applicationText, 'apps.title');

export const loader = view({
  can: 'application.read-own',
  audit: null,
  load: ({ actor }) => listApplications(actor),
});

export default function ApplicationsPage() {
  return <ApplicationList {...useLoaderData<typeof loader>()} />;
}
