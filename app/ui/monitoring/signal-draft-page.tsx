import type { BackTestGate } from '~/domain/monitoring/alert-handling.ts';
import type { SignalBody } from '~/domain/monitoring/signal.ts';
import type { SignalExample } from '~/domain/monitoring/signal-example.ts';
import { wordSignal } from '~/text/monitoring.ts';
import { policyDeskText } from '~/text/policy-desk.ts';
import { signalLibraryText } from '~/text/signal-library.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { BacktestOrder, type BacktestOrderProps } from '~/ui/monitoring/backtest-order.tsx';
import { SignalEditor } from '~/ui/monitoring/signal-editor.tsx';
import { type ExampleRun, SignalFacts, type SignalShown } from '~/ui/monitoring/signal-page.tsx';
import { type ItemNames, SignalExamples } from '~/ui/monitoring/signal-parts.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type DifferenceShown, DifferenceTable } from '~/ui/policy/difference-table.tsx';
import { DraftBadge } from '~/ui/policy/policy-badges.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type SignalDraftPageProps = Omit<BacktestOrderProps, 'isOpen'> & {
  readonly isTested: boolean;
  /** What a back-test has to cover for it to be published. */
  readonly gate: BackTestGate;
  /** Whether any loan was ever watched: else nothing can be tried, and the person who publishes says so. */
  readonly hasHistory: boolean;
  readonly id: string;
  readonly state: 'draft' | 'published' | 'discarded';
  readonly note: string;
  readonly basedOn: number;
  readonly signal: SignalShown & { readonly body: SignalBody; readonly examples: readonly SignalExample[] };
  readonly isMine: boolean;
  readonly draftedBy: string;
  readonly changedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly examples: readonly ExampleRun[];
  readonly differences: readonly DifferenceShown[];
  readonly titles: readonly { readonly zh: string; readonly en: string }[];
  readonly items: ItemNames;
};

/** A draft of a signal: what it changes, its examples and back-tests, the second person's decision, its maker's editor. */
export function SignalDraftPage(draft: SignalDraftPageProps) {
  const { signal } = draft;
  const t = useText(signalLibraryText);
  const desk = useText(policyDeskText);
  const name = wordSignal(signal.code, useLocale());
  const isOpen = draft.state === 'draft';
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[
          { label: t('signals.title'), to: '/operator/signals' },
          { label: name, to: `/operator/signals/${signal.code}` },
          { label: t('signals.draft') },
        ]}
        title={t('signals.draft-title', name, signal.version)}
        lede={draft.note || desk('policy.note-missing')}
        badge={<DraftBadge state={draft.state} />}
      />
      <DraftFacts draft={draft} />
      <Section title={desk('policy.differences')} lede={desk('policy.based-on', draft.basedOn)}>
        <DifferenceTable differences={draft.differences} titles={draft.titles} />
      </Section>
      <Section title={t('signals.examples')}>
        <SignalExamples examples={draft.examples} />
      </Section>
      <BacktestOrder order={draft.order} tests={draft.tests} isOpen={isOpen} />
      {isOpen ? <Decide draft={draft} /> : null}
      {isOpen && draft.isMine ? (
        <Section title={t('signals.edit')} lede={t('signals.edit-about')}>
          <SignalEditor key={draft.changedAt} signal={signal} note={draft.note} />
        </Section>
      ) : (
        <Section title={t('signals.rule')}>
          <SignalFacts signal={signal} items={draft.items} opensItems />
        </Section>
      )}
    </div>
  );
}

function DraftFacts({ draft }: { draft: SignalDraftPageProps }) {
  const desk = useText(policyDeskText);
  const { decidedBy, decidedAt } = draft;
  return (
    <DefinitionList
      layout="grid"
      items={[
        { term: desk('policy.drafted-by'), value: draft.draftedBy },
        { term: desk('policy.changed-at'), value: <InstantText at={draft.changedAt} /> },
        ...(decidedBy && decidedAt
          ? [{ term: desk('policy.decided-by'), value: decidedBy, note: <InstantText at={decidedAt} /> }]
          : []),
      ]}
    />
  );
}

function Decide({ draft }: { draft: SignalDraftPageProps }) {
  const t = useText(signalLibraryText);
  const desk = useText(policyDeskText);
  return (
    <Section title={desk('policy.decide')}>
      {draft.isTested || !draft.hasHistory ? null : (
        <Notice
          tone="warn"
          title={t('signals.publish-needs', draft.gate.leastDays, draft.gate.recentMonths)}
        />
      )}
      {draft.hasHistory ? null : <Notice tone="info" title={t('signals.no-history')} />}
      {draft.isMine ? (
        <Notice tone="info" title={desk('policy.publish-other')} />
      ) : (
        <CommandForm intent="publish">
          <p className="measure">{t('signals.publish-ask')}</p>
          {draft.hasHistory ? null : <CheckboxField name="noHistory" label={t('signals.says-no-history')} />}
          <div>
            <Button type="submit">{desk('policy.publish')}</Button>
          </div>
        </CommandForm>
      )}
      <ConfirmStep ask={desk('policy.discard')} title={desk('policy.discard-ask')} tone="danger">
        <CommandForm intent="discard">
          <div>
            <Button type="submit" variant="danger">
              {desk('policy.discard')}
            </Button>
          </div>
        </CommandForm>
      </ConfirmStep>
    </Section>
  );
}
