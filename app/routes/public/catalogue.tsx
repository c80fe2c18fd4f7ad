import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { sensitivities } from '~/domain/catalogue/item.ts';
import { listItems } from '~/server/catalogue/list-items.ts';
import { view } from '~/server/http/view.ts';
import { catalogueText } from '~/text/catalogue.ts';
import { CataloguePage } from '~/ui/catalogue/catalogue-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(catalogueText, 'catalogue.title');

const blank = z.literal('').transform(() => undefined);
const word = z.union([blank, z.string().trim().max(60)]).optional();

export const loader = view({
  can: 'public',
  audit: null,
  query: z.object({
    q: word,
    class: word,
    provider: word,
    sharing: z.union([blank, z.enum(sensitivities)]).optional(),
  }),
  load: async ({ actor, query }) => ({
    ...(await listItems(actor, {
      text: query.q,
      class: query.class,
      provider: query.provider,
      sensitivity: query.sharing,
    })),
    asked: { ...query },
  }),
});

export default function Catalogue() {
  return <CataloguePage {...useLoaderData<typeof loader>()} />;
}
