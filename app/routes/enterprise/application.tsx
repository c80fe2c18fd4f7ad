import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { largestDocument } from '~/domain/institution/document-kind.ts';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { reachOf } from '~/server/access/policy.ts';
import { attachDocuments } from '~/server/application/attach-documents.ts';
import { DaysQuery } from '~/server/application/days-query.ts';
import { askSecondLook } from '~/server/application/second-look.ts';
import { showApplication } from '~/server/application/show-application.ts';
import { showAsOf } from '~/server/application/show-as-of.ts';
import { withdrawApplication } from '~/server/application/withdraw-application.ts';
import { command, commands } from '~/server/http/command.ts';
import { readUploads, uploads } from '~/server/http/fields.ts';
import { view } from '~/server/http/view.ts';
import { applicationText } from '~/text/application.ts';
import { ApplicationPage } from '~/ui/application/application-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(applicationText, 'app.title');

const params = z.object({ id: z.uuid() });

export const loader = view({
  can: 'application.read-own',
  audit: null,
  params,
  query: DaysQuery.extend({ view: z.literal('as-of').optional().catch(undefined) }),
  load: async ({ actor, params: { id }, query }) => {
    const shown = await showApplication(actor, id);
    if (!shown.ok) return shown;
    const back = query.view ? await showAsOf(actor, id, query) : null;
    if (back && !back.ok) return back;
    const mayChange = reachOf(actor, 'application.withdraw') !== null;
    return accept({ ...shown.value, mayChange, asOf: back?.value ?? null });
  },
});

export const action = commands({
  withdraw: command({
    can: 'application.withdraw',
    audit: null,
    params,
    schema: z.object({}),
    run: async ({ actor, params: { id } }) => {
      const done = await withdrawApplication(actor, id as ApplicationId);
      if (!done.ok) return done;
      return accept({
        to: `/my/applications/${id}`,
        flash: { tone: 'success', message: 'application.withdrawn' },
      });
    },
  }),
  'second-look': command({
    can: 'application.withdraw',
    audit: null,
    params,
    schema: z.object({ why: z.string('form.required').trim().min(10, 'application.why-short').max(600) }),
    run: async ({ actor, params: { id }, input }) => {
      const asked = await askSecondLook(actor, id as ApplicationId, input.why);
      if (!asked.ok) return asked;
      const flash = { tone: 'success', message: 'application.second-look-asked' } as const;
      return accept({ to: `/my/applications/${id}`, flash });
    },
  }),
  attach: command({
    can: 'application.submit',
    audit: null,
    params,
    maxFileBytes: largestDocument,
    schema: z.object({ documents: uploads }),
    run: async ({ actor, params: { id }, input }) => {
      const done = await attachDocuments(actor, id as ApplicationId, await readUploads(input.documents));
      if (!done.ok) return done;
      const flash = { tone: 'success', message: 'application.documented', args: [done.value] } as const;
      return accept({ to: `/my/applications/${id}`, flash });
    },
  }),
});

export default function OneApplicationPage() {
  return <ApplicationPage {...useLoaderData<typeof loader>()} />;
}
