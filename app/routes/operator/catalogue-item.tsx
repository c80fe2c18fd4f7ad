import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { itemParams, startForm } from '~/server/catalogue/forms.ts';
import { showItem } from '~/server/catalogue/show-item.ts';
import { startDraft } from '~/server/catalogue/start-draft.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { catalogueDeskText } from '~/text/catalogue-desk.ts';
import { ItemPage, type ItemPageProps } from '~/ui/catalogue/item-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(catalogueDeskText, 'catalogue.desk.title');

export const loader = view({
  can: 'catalogue.read',
  audit: null,
  params: itemParams,
  query: z.object({ version: z.coerce.number().int().min(1).optional().catch(undefined) }),
  load: async ({ actor, params: { code }, query: { version } }) => {
    const page = await showItem(actor, code, version);
    return page.ok ? accept({ ...page.value, mayDraft: reachOf(actor, 'catalogue.draft') !== null }) : page;
  },
});

export const action = command({
  can: 'catalogue.draft',
  audit: null,
  params: itemParams,
  schema: startForm,
  run: async ({ actor, params: { code }, input: { version } }) => {
    const started = await startDraft(asPerson(actor), code, version);
    if (!started.ok) return started;
    const flash = { tone: 'success', message: 'catalogue.flash.started' } as const;
    return accept({ to: `/operator/catalogue-drafts/${started.value}`, flash });
  },
});

export default function CatalogueItemRoute() {
  return <ItemPage {...(useLoaderData<typeof loader>() as unknown as ItemPageProps)} />;
}
