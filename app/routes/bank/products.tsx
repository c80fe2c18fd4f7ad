import { useLoaderData } from '@remix-run/react';
import type { ProductId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { listOwnProducts } from '~/server/overview/list-own-products.ts';
import { nextVersionForm, startForm } from '~/server/product/draft-forms.ts';
import { listProductDrafts } from '~/server/product/list-drafts.ts';
import { type DraftStart, startProductDraft } from '~/server/product/start-draft.ts';
import { overviewText } from '~/text/overview.ts';
import { OwnProducts } from '~/ui/overview/own-products.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(overviewText, 'own-products.title');

export const loader = view({
  can: 'product.read-own',
  audit: null,
  load: async ({ actor }) => ({
    products: await listOwnProducts(actor),
    drafts: await listProductDrafts(actor),
  }),
});

async function begin(actor: Parameters<typeof asPerson>[0], start: DraftStart) {
  const started = await startProductDraft(asPerson(actor), start);
  if (!started.ok) return started;
  const flash = { tone: 'success', message: 'product.draft-begun' } as const;
  return accept({ to: `/bank/product-drafts/${started.value}`, flash });
}

const next = (offShelf: boolean) =>
  command({
    can: 'product.draft',
    audit: null,
    schema: nextVersionForm,
    run: ({ actor, input }) =>
      begin(actor, { from: 'product', product: input.product as ProductId, offShelf }),
  });

export const action = commands({
  start: command({
    can: 'product.draft',
    audit: null,
    schema: startForm,
    run: ({ actor, input }) => begin(actor, { from: 'template', template: input.template }),
  }),
  next: next(false),
  'take-off': next(true),
});

export default function OwnProductsPage() {
  return <OwnProducts {...useLoaderData<typeof loader>()} />;
}
