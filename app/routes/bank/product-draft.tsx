import { useLoaderData } from '@remix-run/react';
import { accept, type Refusal, type Result } from '~/domain/kernel/result.ts';
import { addAlternative, addCondition, removeCondition } from '~/domain/product/conditions.ts';
import { asPerson } from '~/server/access/actor.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import {
  approveProductDraft,
  discardProductDraft,
  recallProductDraft,
  returnProductDraft,
  submitProductDraft,
} from '~/server/product/decide-draft.ts';
import {
  conditionForm,
  nothingForm,
  productDraftParams as params,
  placeForm,
  questionQuery,
  returnForm,
  termsForm,
} from '~/server/product/draft-forms.ts';
import { showProductDraft } from '~/server/product/show-draft.ts';
import { writeProductDraft } from '~/server/product/write-draft.ts';
import { productDraftText } from '~/text/product-draft.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { ProductDraftPage } from '~/ui/product/draft-page.tsx';

export const meta = pageTitle(productDraftText, 'draft.title');

const pageOf = (id: string) => `/bank/product-drafts/${id}`;

/** Stays on the page with a sentence, or hands the refusal on. */
const stay = <R extends Refusal>(result: Result<null, R>, to: string, message: string) =>
  result.ok ? accept({ to, flash: { tone: 'success', message } as const }) : result;

export const loader = view({
  can: 'product.read-own',
  audit: null,
  params,
  query: questionQuery,
  load: async ({ actor, params: { id }, query }) => {
    const shown = await showProductDraft(actor, id);
    return shown.ok ? accept({ ...shown.value, question: query.add ?? null }) : shown;
  },
});

const step = (run: typeof submitProductDraft, can: 'product.draft' | 'product.decide', message: string) =>
  command({
    can,
    audit: null,
    params,
    schema: nothingForm,
    run: async ({ actor, params: { id } }) => stay(await run(asPerson(actor), id), pageOf(id), message),
  });

export const action = commands({
  terms: command({
    can: 'product.draft',
    audit: null,
    params,
    schema: termsForm,
    run: async ({ actor, params: { id }, input }) =>
      stay(await writeProductDraft(asPerson(actor), id, input), pageOf(id), 'product.draft-saved'),
  }),
  add: command({
    can: 'product.draft',
    audit: null,
    params,
    schema: conditionForm,
    run: async ({ actor, params: { id }, input: { rule, insteadOf } }) => {
      const written = await writeProductDraft(asPerson(actor), id, {
        conditions: (held) =>
          insteadOf === null ? addCondition(held, rule) : addAlternative(held, insteadOf, rule),
      });
      return stay(written, `${pageOf(id)}#conditions`, 'product.condition-added');
    },
  }),
  remove: command({
    can: 'product.draft',
    audit: null,
    params,
    schema: placeForm,
    run: async ({ actor, params: { id }, input: { place } }) => {
      const written = await writeProductDraft(asPerson(actor), id, {
        conditions: (held) => removeCondition(held, place),
      });
      return stay(written, `${pageOf(id)}#conditions`, 'product.condition-removed');
    },
  }),
  submit: step(submitProductDraft, 'product.draft', 'product.draft-submitted'),
  recall: step(recallProductDraft, 'product.draft', 'product.draft-recalled'),
  discard: step(discardProductDraft, 'product.draft', 'product.draft-discarded'),
  approve: step(approveProductDraft, 'product.decide', 'product.draft-approved'),
  return: command({
    can: 'product.decide',
    audit: null,
    params,
    schema: returnForm,
    run: async ({ actor, params: { id }, input: { reason } }) =>
      stay(await returnProductDraft(asPerson(actor), id, reason), pageOf(id), 'product.draft-returned'),
  }),
});

export default function ProductDraftRoute() {
  return <ProductDraftPage {...useLoaderData<typeof loader>()} />;
}
