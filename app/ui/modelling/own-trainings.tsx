import type { LoanCounts } from '~/domain/modelling/own-loans.ts';
import type { OutcomeRule } from '~/domain/score/training/loan-outcome.ts';
import { refusals } from '~/text/all-refusals.ts';
import { modellingText } from '~/text/modelling.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { showCount, showPpm } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type Training = {
  readonly id: string;
  readonly version: string;
  readonly purpose: string;
  readonly monotone: string;
  readonly state: 'ordered' | 'done' | 'refused';
  readonly at: string;
  readonly counts: LoanCounts | null;
  readonly test: { readonly n: number; readonly auc: number; readonly ks: number } | null;
  readonly refusal: { readonly code: string } | null;
};

/** Orders a card trained on the platform's own loans, and shows what came of earlier orders. */
export function OwnTrainings({ trainings, rule }: { trainings: readonly Training[]; rule: OutcomeRule }) {
  const t = useText(modellingText);
  return (
    <Section title={t('modelling.own')} lede={t('modelling.own-lede', rule)}>
      <CommandForm intent="train">
        <TextField
          name="version"
          label={t('modelling.version')}
          hint={t('modelling.version-hint')}
          width="sm"
          required
        />
        <TextField name="purpose" label={t('modelling.purpose')} required />
        <TextField
          name="monotone"
          label={t('modelling.own-monotone')}
          hint={t('modelling.own-monotone-hint')}
          maxLength={600}
          code
        />
        <FormActions>
          <Button>{t('modelling.own-do')}</Button>
        </FormActions>
      </CommandForm>
      {trainings.length === 0 ? (
        <EmptyState title={t('modelling.own-none')}>{t('modelling.own-none-hint')}</EmptyState>
      ) : (
        <Log trainings={trainings} />
      )}
    </Section>
  );
}

const tones = { ordered: 'info', done: 'good', refused: 'warn' } as const;

function Log({ trainings }: { trainings: readonly Training[] }) {
  const t = useText(modellingText);
  return (
    <DataTable
      caption={t('modelling.own-log')}
      rows={trainings}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'version',
          header: t('modelling.version'),
          primary: true,
          cell: ({ version, state }) =>
            state === 'done' ? <TextLink to={`/operator/cards/${version}`}>{version}</TextLink> : version,
        },
        {
          key: 'state',
          header: t('modelling.own-state'),
          cell: (training) => (
            <div className="grid justify-items-start gap-1 text-start">
              <Badge tone={tones[training.state]}>{t(`modelling.own-state.${training.state}`)}</Badge>
              <Outcome {...training} />
            </div>
          ),
        },
        {
          key: 'sample',
          header: t('modelling.own-sample'),
          cell: ({ counts }) => (counts ? <SampleText {...counts} /> : '—'),
        },
        {
          key: 'purpose',
          header: t('modelling.purpose'),
          cell: ({ purpose, monotone }) => (
            <span>
              {purpose}
              {monotone ? (
                <>
                  <br />
                  <span className="text-sm break-all text-ink-soft">
                    {t('modelling.own-asked', monotone)}
                  </span>
                </>
              ) : null}
            </span>
          ),
        },
        { key: 'at', header: t('modelling.at'), cell: ({ at }) => <InstantText at={at} /> },
      ]}
    />
  );
}

function Outcome({ refusal, test }: Training) {
  const t = useText(modellingText);
  const locale = useLocale();
  if (refusal) return <span>{wordRefusal(refusals, refusal, locale)}</span>;
  if (!test) return null;
  const share = (value: number) => showPpm(Math.round(value * 1_000_000), locale, 1);
  return <span>{t('modelling.own-tested', showCount(test.n, locale), share(test.auc), share(test.ks))}</span>;
}

/** The loans that trained, and those that were left out by reason. */
export function SampleText({ good, bad, indeterminate, young, renewals, unseen }: LoanCounts) {
  const t = useText(modellingText);
  const locale = useLocale();
  const count = (n: number) => showCount(n, locale);
  return (
    <span>
      {t('modelling.own-used', count(good), count(bad))}
      <br />
      <span className="text-sm text-ink-soft">
        {t('modelling.own-left', count(indeterminate), count(young), count(renewals), count(unseen))}
      </span>
    </span>
  );
}
