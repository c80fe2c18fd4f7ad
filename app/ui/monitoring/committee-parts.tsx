import { type CommitteeStepKind, measureKinds } from '~/domain/monitoring/committee.ts';
import { committeeText } from '~/text/committee.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { RadioCards } from '~/ui/parts/choice-field.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { Timeline } from '~/ui/parts/timeline.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Named = { readonly zh: string; readonly en: string };

export type MeasureShown = {
  readonly id: string;
  readonly kind: (typeof measureKinds)[number];
  readonly by: Named | null;
  readonly untilDay: string | null;
  readonly text: string;
  readonly state: 'open' | 'adopted' | 'rejected';
  readonly votes: number;
  readonly inFavour: number;
  /** The reader's own vote; null where it has none yet. */
  readonly own: boolean | null;
};

export type MinuteShown = {
  readonly kind: string;
  readonly at: string;
  readonly text: string;
  readonly measure: string | null;
  readonly bank: Named | null;
};

const tones = { open: 'info', adopted: 'good', rejected: 'mute' } as const;

/** One measure with its votes; with `committee` the reader may still vote. */
export function MeasureCard({
  measure,
  committee,
}: {
  measure: MeasureShown;
  committee?: string | undefined;
}) {
  const t = useText(committeeText);
  const isEnglish = useLocale() === 'en';
  const { by, state } = measure;
  return (
    <Card
      title={t(`committee.kind.${measure.kind}`)}
      actions={<Badge tone={tones[state]}>{t(`committee.outcome.${state}`)}</Badge>}
    >
      <div className="stack">
        <p className="measure">{measure.text}</p>
        <p className="text-sm text-ink-soft">
          {[by && (isEnglish ? by.en : by.zh), t('committee.voted', measure.inFavour, measure.votes)]
            .filter(Boolean)
            .join(' · ')}
          {measure.untilDay ? (
            <>
              {' · '}
              {t('committee.until')} <DayText day={measure.untilDay} />
            </>
          ) : null}
        </p>
        {committee && state === 'open' && measure.own === null ? (
          <CommandForm intent="vote" id={`vote-${measure.id}`}>
            <input type="hidden" name="committee" value={committee} />
            <input type="hidden" name="measure" value={measure.id} />
            <div className="flex flex-wrap gap-3">
              <Button name="vote" value="for">
                {t('committee.vote-for')}
              </Button>
              <Button name="vote" value="against" variant="secondary">
                {t('committee.vote-against')}
              </Button>
            </div>
          </CommandForm>
        ) : null}
      </div>
    </Card>
  );
}

/** A member proposes a measure of the fixed list. */
export function ProposeForm({ committee, today }: { committee: string; today: string }) {
  const t = useText(committeeText);
  return (
    <Card title={t('committee.propose')}>
      <CommandForm intent="propose" id={`propose-${committee}`}>
        <input type="hidden" name="committee" value={committee} />
        <RadioCards
          name="kind"
          legend={t('committee.measure')}
          columns={2}
          options={measureKinds.map((kind) => ({ value: kind, label: t(`committee.kind.${kind}`) }))}
        />
        <DateField name="until" label={t('committee.until')} min={today} />
        <TextAreaField
          name="text"
          label={t('committee.text')}
          hint={t('committee.text-hint')}
          rows={3}
          required
        />
        <Button>{t('committee.propose')}</Button>
      </CommandForm>
    </Card>
  );
}

type StepKind = Exclude<CommitteeStepKind, 'voted-for' | 'voted-against'>;
const steps: readonly StepKind[] = [
  'asked',
  'agreed',
  'refused',
  'invited',
  'joined',
  'declined',
  'proposed',
  'adopted',
  'rejected',
  'closed',
];

/** What happened, in order. */
export function Minutes({ minutes }: { minutes: readonly MinuteShown[] }) {
  const t = useText(committeeText);
  const isEnglish = useLocale() === 'en';
  return (
    <Timeline
      items={minutes.map(({ kind, at, text, measure, bank }, i) => {
        const known = steps.find((each) => each === kind);
        const named = measureKinds.find((each) => each === measure);
        return {
          key: `${i}`,
          at: <InstantText at={at} />,
          title: [
            known ? t(`committee.step.${known}`) : kind,
            named ? t(`committee.kind.${named}`) : null,
            bank && (isEnglish ? bank.en : bank.zh),
          ]
            .filter(Boolean)
            .join(' · '),
          children: text,
        };
      })}
    />
  );
}
