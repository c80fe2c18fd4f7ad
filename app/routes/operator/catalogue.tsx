import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { newItemForm } from '~/server/catalogue/forms.ts';
import { listDrafts } from '~/server/catalogue/list-drafts.ts';
import { listItems } from '~/server/catalogue/list-items.ts';
import { startItem } from '~/server/catalogue/start-item.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { catalogueDeskText } from '~/text/catalogue-desk.ts';
import { CatalogueDesk } from '~/ui/catalogue/catalogue-desk.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(catalogueDeskText, 'catalogue.desk.title');

export const loader = view({
  can: 'catalogue.read',
  audit: null,
  query: z.object({ q: z.string().trim().max(60).optional() }),
  load: async ({ actor, query }) => ({
    ...(await listItems(actor, { text: query.q })),
    ...(await listDrafts(actor)),
    q: query.q ?? null,
    mayDraft: reachOf(actor, 'catalogue.draft') !== null,
  }),
});

export const action = command({
  can: 'catalogue.draft',
  audit: null,
  schema: newItemForm,
  run: async ({ actor, input: { code, provider } }) => {
    const started = await startItem(asPerson(actor), code, provider);
    if (!started.ok) return started;
    const flash = { tone: 'success', message: 'catalogue.flash.started' } as const;
    return accept({ to: `/operator/catalogue-drafts/${started.value}`, flash });
  },
});

export default function CatalogueDeskRoute() {
  return <CatalogueDesk {...useLoaderData<typeof loader>()} />;
}
