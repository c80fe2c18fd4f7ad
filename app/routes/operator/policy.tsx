import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { schemeParams, startForm, versionQuery } from '~/server/policy/forms.ts';
import { showScheme } from '~/server/policy/show-scheme.ts';
import { startDraft } from '~/server/policy/start-draft.ts';
import { policyDeskText } from '~/text/policy-desk.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { PolicyPage, type PolicyPageProps } from '~/ui/policy/policy-page.tsx';

export const meta = pageTitle(policyDeskText, 'policy.title');

export const loader = view({
  can: 'policy.read',
  audit: null,
  params: schemeParams,
  query: versionQuery,
  load: async ({ actor, params: { code }, query: { version } }) => {
    const shown = await showScheme(actor, code, version);
    return shown.ok ? accept({ ...shown.value, mayDraft: reachOf(actor, 'policy.draft') !== null }) : shown;
  },
});

export const action = commands({
  start: command({
    can: 'policy.draft',
    audit: null,
    params: schemeParams,
    schema: startForm,
    run: async ({ actor, params: { code }, input: { version } }) => {
      const started = await startDraft(asPerson(actor), code, version);
      if (!started.ok) return started;
      return accept({
        to: `/operator/policy-drafts/${started.value}`,
        flash: { tone: 'success', message: 'policy.flash.started' } as const,
      });
    },
  }),
});

export default function Policy() {
  return <PolicyPage {...(useLoaderData<typeof loader>() as unknown as PolicyPageProps)} />;
}
