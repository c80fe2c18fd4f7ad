import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { restrictUse } from '~/server/consent/restrict-use.ts';
import { wishHumanReview } from '~/server/consent/wish-human-review.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { showDataRights } from '~/server/overview/show-data-rights.ts';
import { dataRightsText } from '~/text/data-rights.ts';
import { DataRightsPage } from '~/ui/overview/data-rights-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(dataRightsText, 'data-rights.title');

export const loader = view({
  can: 'consent.read-own',
  audit: null,
  load: ({ actor }) => showDataRights(actor),
});

const messages = {
  stored: 'data-rights.stored-only',
  used: 'data-rights.used-again',
  people: 'data-rights.people-asked',
  automation: 'data-rights.automation-accepted',
} as const;

export const action = command({
  can: 'consent.restrict',
  audit: null,
  schema: z.object({ to: z.enum(['stored', 'used', 'people', 'automation']) }),
  run: async ({ actor, input: { to } }) => {
    const done =
      to === 'stored' || to === 'used' ? await restrictUse(actor, to) : await wishHumanReview(actor, to);
    if (!done.ok) return done;
    return accept({ to: '/my/data-rights', flash: { tone: 'success', message: messages[to] } });
  },
});

export default function DataRights() {
  return <DataRightsPage {...useLoaderData<typeof loader>()} />;
}
