import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { listProspects, ProspectSearch } from '~/server/loan/list-prospects.ts';
import { noteContact } from '~/server/loan/note-contact.ts';
import { cultivationText } from '~/text/cultivation.ts';
import { ProspectsPage } from '~/ui/loan/prospects-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(cultivationText, 'prospect.bank-title');

export const loader = view({
  can: 'loan.cultivate',
  audit: 'loan.prospects-listed',
  query: ProspectSearch,
  load: ({ actor, query }) => listProspects(actor, query),
});

export const action = commands({
  contact: command({
    can: 'loan.cultivate',
    audit: null,
    schema: z.object({
      id: z.uuid(),
      note: z.string('loan.contact-missing').trim().min(1, 'loan.contact-missing').max(400),
    }),
    run: async ({ actor, input }) => {
      const noted = await noteContact(actor, input.id, input.note);
      if (!noted.ok) return noted;
      const flash = { tone: 'success', message: 'loan.cultivation-contacted' } as const;
      return accept({ to: '/bank/prospects', flash });
    },
  }),
});

export default function ProspectsRoute() {
  return <ProspectsPage {...useLoaderData<typeof loader>()} />;
}
