import type { ReactNode } from 'react';
import type { Limits } from '~/domain/modelling/release.ts';
import { jointText } from '~/text/joint.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { showCount } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { FileField } from '~/ui/parts/file-field.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { ProgressBar } from '~/ui/parts/progress.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type StudyRow = {
  readonly id: string;
  readonly name: string;
  readonly state: 'ordered' | 'running' | 'done' | 'refused';
  readonly isOwnCard: boolean;
  readonly measures: string | null;
  readonly rowsGiven: number;
  readonly epsilonMilli: number;
  readonly orderedAt: string;
};

type Props = {
  readonly limits: Limits;
  readonly spentMilli: number;
  readonly rows: readonly StudyRow[];
  readonly maxBytes: number;
};

const tones = { ordered: 'mute', running: 'info', done: 'good', refused: 'warn' } as const;

/** How far a study has come. */
export function StudyBadge({ state }: Pick<StudyRow, 'state'>) {
  const t = useText(jointText);
  return <Badge tone={tones[state]}>{t(`joint.state.${state}`)}</Badge>;
}

/** A bank's studies with its privacy budget, and the two ways to begin. */
export function StudiesPage({ limits, spentMilli, rows, maxBytes }: Props) {
  const t = useText(jointText);
  const [spent, all] = [spentMilli, limits.epsilonMilliPerYear].map((milli) => (milli / 1_000).toFixed(1));
  return (
    <div className="stack-lg">
      <PageHeader title={t('joint.title')} lede={t('joint.lede')} />
      <ProgressBar
        label={t('joint.budget')}
        value={Math.min(spentMilli, limits.epsilonMilliPerYear)}
        max={limits.epsilonMilliPerYear}
        detail={t('joint.budget-detail', spent ?? '', all ?? '')}
      />
      <p className="measure text-sm text-ink-soft">
        {t('joint.rules', limits.smallestGroup, limits.leastRows, limits.leastDifference)}
      </p>
      <Forms maxBytes={maxBytes} />
      <Section title={t('joint.log')}>
        <Studies
          rows={rows}
          caption={t('joint.log')}
          empty={<EmptyState title={t('joint.none')}>{t('joint.none-next')}</EmptyState>}
        />
      </Section>
    </div>
  );
}

function Forms({ maxBytes }: { maxBytes: number }) {
  const t = useText(jointText);
  return (
    <div className="grid gap-(--gap) lg:grid-cols-2">
      <Section title={t('joint.outcomes')}>
        <OutcomesForm intent="outcomes" action={t('joint.order')} maxBytes={maxBytes} />
      </Section>
      <Section title={t('joint.card')}>
        <CommandForm intent="card" encType="multipart/form-data">
          <TextField name="name" label={t('joint.name')} required />
          <FileField
            name="file"
            label={t('joint.card-file')}
            hint={t('joint.card-hint')}
            accept=".json"
            maxBytes={maxBytes}
            required
          />
          <FormActions>
            <Button variant="quiet">{t('joint.bring')}</Button>
          </FormActions>
        </CommandForm>
      </Section>
    </div>
  );
}

/** Outcomes handed in under a name: to train a card on, or to measure one. */
export function OutcomesForm({
  intent,
  action,
  maxBytes,
}: Pick<Props, 'maxBytes'> & { intent: 'outcomes' | 'measure'; action: string }) {
  const t = useText(jointText);
  return (
    <CommandForm intent={intent} encType="multipart/form-data">
      <TextField name="name" label={t('joint.name')} required />
      <FileField
        name="file"
        label={t('joint.file')}
        hint={t('joint.file-hint')}
        accept=".csv,.txt"
        maxBytes={maxBytes}
        required
      />
      <FormActions>
        <Button>{action}</Button>
      </FormActions>
    </CommandForm>
  );
}

/** Studies with how far they have come. */
export function Studies({
  rows,
  caption,
  empty,
}: Pick<Props, 'rows'> & { caption: string; empty: ReactNode }) {
  const t = useText(jointText);
  const locale = useLocale();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: 'name',
          header: t('joint.name'),
          primary: true,
          cell: (row) => (
            <>
              <TextLink to={`/bank/modelling/${row.id}`}>{row.name}</TextLink>
              {row.measures ? <span className="text-sm text-ink-soft"> · {t('joint.measured')}</span> : null}
            </>
          ),
        },
        { key: 'state', header: t('joint.state'), cell: (row) => <StudyBadge state={row.state} /> },
        {
          key: 'rows',
          header: t('joint.rows'),
          align: 'end',
          cell: (row) => (row.isOwnCard ? t('joint.own') : showCount(row.rowsGiven, locale)),
        },
        {
          key: 'epsilon',
          header: t('joint.epsilon'),
          align: 'end',
          cell: (row) => (row.epsilonMilli / 1_000).toFixed(1),
        },
        { key: 'at', header: t('joint.at'), cell: (row) => <InstantText at={row.orderedAt} /> },
      ]}
    />
  );
}
