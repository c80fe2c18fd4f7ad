import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { changeDraft } from '~/server/catalogue/change-draft.ts';
import { discardDraft } from '~/server/catalogue/discard-draft.ts';
import { draftForm, itemDraftParams, nothingForm, returnForm } from '~/server/catalogue/forms.ts';
import { publishDraft } from '~/server/catalogue/publish-draft.ts';
import { returnDraft } from '~/server/catalogue/return-draft.ts';
import { showDraft } from '~/server/catalogue/show-draft.ts';
import { submitDraft } from '~/server/catalogue/submit-draft.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { catalogueDeskText } from '~/text/catalogue-desk.ts';
import { ItemDraftPage, type ItemDraftProps } from '~/ui/catalogue/item-draft-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

const done = (to: string, message: string) => accept({ to, flash: { tone: 'success', message } as const });
const here = (id: string) => `/operator/catalogue-drafts/${id}`;
const shared = { audit: null, params: itemDraftParams } as const;

export const meta = pageTitle(catalogueDeskText, 'catalogue.desk.title');

export const loader = view({
  can: 'catalogue.draft',
  audit: null,
  params: itemDraftParams,
  load: ({ actor, params: { id } }) => showDraft(actor, id),
});

export const action = commands({
  change: command({
    ...shared,
    can: 'catalogue.draft',
    schema: draftForm,
    run: async ({ actor, params: { id }, input }) => {
      const changed = await changeDraft(asPerson(actor), id, input);
      return changed.ok ? done(here(id), 'catalogue.flash.saved') : changed;
    },
  }),
  submit: command({
    ...shared,
    can: 'catalogue.draft',
    schema: nothingForm,
    run: async ({ actor, params: { id } }) => {
      const submitted = await submitDraft(asPerson(actor), id);
      return submitted.ok ? done(here(id), 'catalogue.flash.submitted') : submitted;
    },
  }),
  return: command({
    ...shared,
    can: 'catalogue.publish',
    schema: returnForm,
    run: async ({ actor, params: { id }, input: { remark } }) => {
      const returned = await returnDraft(asPerson(actor), id, remark);
      return returned.ok ? done(here(id), 'catalogue.flash.returned') : returned;
    },
  }),
  publish: command({
    ...shared,
    can: 'catalogue.publish',
    schema: nothingForm,
    run: async ({ actor, params: { id } }) => {
      const published = await publishDraft(asPerson(actor), id);
      return published.ok
        ? done(`/operator/catalogue/${published.value}`, 'catalogue.flash.published')
        : published;
    },
  }),
  discard: command({
    ...shared,
    can: 'catalogue.draft',
    schema: nothingForm,
    run: async ({ actor, params: { id } }) => {
      const discarded = await discardDraft(asPerson(actor), id);
      return discarded.ok
        ? done(`/operator/catalogue/${discarded.value}`, 'catalogue.flash.discarded')
        : discarded;
    },
  }),
});

export default function CatalogueDraftRoute() {
  return <ItemDraftPage {...(useLoaderData<typeof loader>() as unknown as ItemDraftProps)} />;
}
