import { useLoaderData } from '@remix-run/react';
import { view } from '~/server/http/view.ts';
import { showFirmHome } from '~/server/overview/show-firm-home.ts';
import { overviewText } from '~/text/overview.ts';
import { FirmHome } from '~/ui/overview/firm-home.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(overviewText, 'home.firm.page-title');

export const loader = view({
  can: 'enterprise.read-own',
  audit: null,
  load: ({ actor }) => showFirmHome(actor),
});

export default function FirmHomePage() {
  return <FirmHome {...useLoaderData<typeof loader>()} />;
}
