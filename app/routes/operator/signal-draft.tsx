import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { signalKinds } from '~/server/monitoring/library/as-signal.ts';
import { changeSignalDraft } from '~/server/monitoring/library/draft-signal.ts';
import { backtestForm, publishForm, signalForm } from '~/server/monitoring/library/forms.ts';
import { orderBacktest } from '~/server/monitoring/library/order-backtest.ts';
import { publishSignal } from '~/server/monitoring/library/publish-signal.ts';
import { showSignalDraft } from '~/server/monitoring/library/show-signal-draft.ts';
import { discardDraft } from '~/server/policy/discard-draft.ts';
import { draftParams, nothingForm } from '~/server/policy/forms.ts';
import { signalLibraryText } from '~/text/signal-library.ts';
import { SignalDraftPage, type SignalDraftPageProps } from '~/ui/monitoring/signal-draft-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

const done = (to: string, message: string) => accept({ to, flash: { tone: 'success', message } as const });

export const meta = pageTitle(signalLibraryText, 'signals.draft');

export const loader = view({
  can: 'signal.draft',
  audit: null,
  params: draftParams,
  load: ({ actor, params: { id } }) => showSignalDraft(actor, id),
});

const drafting = { can: 'signal.draft', audit: null, params: draftParams } as const;

export const action = commands({
  edit: command({
    ...drafting,
    schema: signalForm,
    run: async ({ actor, params: { id }, input }) => {
      const changed = await changeSignalDraft(asPerson(actor), id, input);
      return changed.ok ? done(`/operator/signal-drafts/${id}`, 'signal.flash.saved') : changed;
    },
  }),
  backtest: command({
    ...drafting,
    schema: backtestForm,
    run: async ({ actor, params: { id }, input }) => {
      const ordered = await orderBacktest(asPerson(actor), id, input);
      if (!ordered.ok) return ordered;
      return done(`/operator/signal-backtests/${ordered.value}`, 'signal.flash.tested');
    },
  }),
  publish: command({
    ...drafting,
    can: 'signal.publish',
    schema: publishForm,
    run: async ({ actor, params: { id }, input }) => {
      const published = await publishSignal(asPerson(actor), id, input.noHistory);
      if (!published.ok) return published;
      const { code, version } = published.value;
      return done(`/operator/signals/${code}?version=${version}`, 'signal.flash.published');
    },
  }),
  discard: command({
    ...drafting,
    schema: nothingForm,
    run: async ({ actor, params: { id } }) => {
      const discarded = await discardDraft(asPerson(actor), id, signalKinds);
      return discarded.ok
        ? done(`/operator/signals/${discarded.value}`, 'signal.flash.discarded')
        : discarded;
    },
  }),
});

export default function SignalDraft() {
  return <SignalDraftPage {...(useLoaderData<typeof loader>() as unknown as SignalDraftPageProps)} />;
}
