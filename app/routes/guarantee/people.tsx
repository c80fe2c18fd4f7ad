import { useActionData, useLoaderData } from '@remix-run/react';
import { peopleRoute } from '~/routes/people-route.ts';
import { shellText } from '~/text/shell.ts';
import { PeoplePage } from '~/ui/access/people-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

const route = peopleRoute('guarantee.manage-users', '/guarantee/people');

export const meta = pageTitle(shellText, 'nav.people');
export const loader = route.loader;
export const action = route.action;

export default function GuarantorPeople() {
  return <PeoplePage {...useLoaderData<typeof loader>()} reply={useActionData()} />;
}
