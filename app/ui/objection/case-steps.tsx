import { rightsText } from '~/text/rights.ts';
import { InstantText } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { Timeline } from '~/ui/parts/timeline.tsx';
import { useText } from '~/ui/text.ts';

export type StepShown = {
  readonly key: string;
  readonly kind: string;
  readonly party: string;
  readonly by: string;
  readonly body: string;
  readonly at: string;
};

const parties = ['firm', 'provider', 'platform', 'system'] as const;

/** What happened in a case, step by step, on whose behalf and in whose words. */
export function CaseSteps({ steps, word }: { steps: readonly StepShown[]; word: (kind: string) => string }) {
  const t = useText(rightsText);
  return (
    <Section title={t('rights.steps')}>
      <Timeline
        items={steps.map((step) => {
          const party = parties.find((each) => each === step.party) ?? 'system';
          return {
            key: step.key,
            at: <InstantText at={step.at} />,
            title: word(step.kind),
            by: [t(`rights.party.${party}`), step.by].filter(Boolean).join(' · '),
            tone: step.kind === 'escalated' ? ('bad' as const) : undefined,
            children: step.body ? <span className="whitespace-pre-line">{step.body}</span> : null,
          };
        })}
      />
    </Section>
  );
}
