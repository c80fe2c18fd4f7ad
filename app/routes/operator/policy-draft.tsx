import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { changeDraft } from '~/server/policy/change-draft.ts';
import { discardDraft } from '~/server/policy/discard-draft.ts';
import { draftForm, draftParams, draftQuery, editorForm, nothingForm } from '~/server/policy/forms.ts';
import { publishDraft } from '~/server/policy/publish-draft.ts';
import { showDraft } from '~/server/policy/show-draft.ts';
import { policyDeskText } from '~/text/policy-desk.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { DraftPage, type DraftPageProps } from '~/ui/policy/draft-page.tsx';

const done = (to: string, message: string) => accept({ to, flash: { tone: 'success', message } as const });

export const meta = pageTitle(policyDeskText, 'policy.draft');

export const loader = view({
  can: 'policy.draft',
  audit: null,
  params: draftParams,
  query: draftQuery,
  load: async ({ actor, params: { id }, query }) => {
    const shown = await showDraft(actor, id);
    return shown.ok ? accept({ ...shown.value, view: query.view, form: query.form }) : shown;
  },
});

export const action = commands({
  change: command({
    can: 'policy.draft',
    audit: null,
    params: draftParams,
    schema: draftForm,
    run: async ({ actor, params: { id }, input }) => {
      const changed = await changeDraft(asPerson(actor), id, input);
      return changed.ok ? done(`/operator/policy-drafts/${id}?view=json`, 'policy.flash.saved') : changed;
    },
  }),
  edit: command({
    can: 'policy.draft',
    audit: null,
    params: draftParams,
    schema: editorForm,
    run: async ({ actor, params: { id }, input }) => {
      const changed = await changeDraft(asPerson(actor), id, input);
      return changed.ok ? done(`/operator/policy-drafts/${id}`, 'policy.flash.saved') : changed;
    },
  }),
  publish: command({
    can: 'policy.publish',
    audit: null,
    params: draftParams,
    schema: nothingForm,
    run: async ({ actor, params: { id } }) => {
      const published = await publishDraft(asPerson(actor), id);
      if (!published.ok) return published;
      const { code, version } = published.value;
      return done(`/operator/policies/${code}?version=${version}`, 'policy.flash.published');
    },
  }),
  discard: command({
    can: 'policy.draft',
    audit: null,
    params: draftParams,
    schema: nothingForm,
    run: async ({ actor, params: { id } }) => {
      const discarded = await discardDraft(asPerson(actor), id);
      return discarded.ok
        ? done(`/operator/policies/${discarded.value}`, 'policy.flash.discarded')
        : discarded;
    },
  }),
});

export default function PolicyDraft() {
  return <DraftPage {...(useLoaderData<typeof loader>() as unknown as DraftPageProps)} />;
}
