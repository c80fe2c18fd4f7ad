import { useActionData, useLoaderData } from '@remix-run/react';
import { peopleRoute } from '~/routes/people-route.ts';
import { shellText } from '~/text/shell.ts';
import { PeoplePage } from '~/ui/access/people-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

const route = peopleRoute('user.manage', '/operator/users');

export const meta = pageTitle(shellText, 'nav.operator.users');
export const loader = route.loader;
export const action = route.action;

export default function PlatformPeople() {
  return <PeoplePage {...useLoaderData<typeof loader>()} reply={useActionData()} />;
}
