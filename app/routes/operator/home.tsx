import { useLoaderData } from '@remix-run/react';
import { asPerson } from '~/server/access/actor.ts';
import { view } from '~/server/http/view.ts';
import { showDesk } from '~/server/overview/show-desk.ts';
import { overviewText } from '~/text/overview.ts';
import { Desk } from '~/ui/overview/desk.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(overviewText, 'desk.title');

export const loader = view({
  can: 'overview.desk',
  audit: null,
  load: async ({ actor }) => ({ role: asPerson(actor).role, figures: await showDesk(actor) }),
});

export default function DeskPage() {
  return <Desk {...useLoaderData<typeof loader>()} />;
}
