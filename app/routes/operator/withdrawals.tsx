import { useLoaderData } from '@remix-run/react';
import { listOpenPurges } from '~/server/consent/list-open-purges.ts';
import { view } from '~/server/http/view.ts';
import { withdrawalText } from '~/text/consent-receipt.ts';
import { OpenPurges } from '~/ui/consent/open-purges.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(withdrawalText, 'withdrawal.all.title');

export const loader = view({
  can: 'consent.chase',
  audit: 'consent.purges-listed',
  load: ({ actor }) => listOpenPurges(actor),
});

export default function OpenPurgesPage() {
  return <OpenPurges {...useLoaderData<typeof loader>()} />;
}
