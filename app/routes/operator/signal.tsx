import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { startSignalDraft } from '~/server/monitoring/library/draft-signal.ts';
import { showSignal, signalParams, signalQuery } from '~/server/monitoring/library/show-signal.ts';
import { startForm } from '~/server/policy/forms.ts';
import { signalLibraryText } from '~/text/signal-library.ts';
import { SignalPage, type SignalPageProps } from '~/ui/monitoring/signal-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(signalLibraryText, 'signals.signal');

export const loader = view({
  can: 'signal.read',
  audit: null,
  params: signalParams,
  query: signalQuery,
  load: async ({ actor, params: { code }, query }) => {
    const alerts = reachOf(actor, 'alert.follow-up') !== null;
    const shown = await showSignal(actor, code, { ...query, alerts });
    if (!shown.ok) return shown;
    const mayDraft = reachOf(actor, 'signal.draft') !== null;
    return accept({ ...shown.value, mayDraft, opensItems: reachOf(actor, 'catalogue.read') !== null });
  },
});

export const action = commands({
  start: command({
    can: 'signal.draft',
    audit: null,
    params: signalParams,
    schema: startForm,
    run: async ({ actor, params: { code }, input: { version } }) => {
      const started = await startSignalDraft(asPerson(actor), code, version);
      if (!started.ok) return started;
      const flash = { tone: 'success', message: 'signal.flash.started' } as const;
      return accept({ to: `/operator/signal-drafts/${started.value}`, flash });
    },
  }),
});

export default function Signal() {
  return <SignalPage {...(useLoaderData<typeof loader>() as unknown as SignalPageProps)} />;
}
