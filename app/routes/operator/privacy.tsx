import { useLoaderData } from '@remix-run/react';
import { view } from '~/server/http/view.ts';
import { listRegisters } from '~/server/privacy/list-registers.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { Registers } from '~/ui/privacy/registers.tsx';

export const meta = pageTitle(privacyDeskText, 'desk.privacy.title');

export const loader = view({
  can: 'privacy.registers',
  audit: 'privacy.registers-read',
  load: ({ actor }) => listRegisters(actor),
});

export default function Privacy() {
  return <Registers {...useLoaderData<typeof loader>()} />;
}
