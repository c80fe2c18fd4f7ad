import { useLoaderData } from '@remix-run/react';
import { view } from '~/server/http/view.ts';
import { listDenials } from '~/server/privacy/list-denials.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { Denials } from '~/ui/privacy/denials.tsx';

export const meta = pageTitle(privacyDeskText, 'denial.title');

export const loader = view({
  can: 'privacy.denials',
  audit: 'privacy.denials-read',
  load: ({ actor }) => listDenials(actor),
});

export default function RefusedDecisions() {
  return <Denials {...useLoaderData<typeof loader>()} />;
}
