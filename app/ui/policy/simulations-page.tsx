import { simulationText } from '~/text/policy-simulation.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { FileField } from '~/ui/parts/file-field.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { SimulationBadge, type SimulationState } from '~/ui/policy/simulation-badge.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Choice = {
  readonly value: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly version: number;
  readonly draft: boolean;
};

type Row = {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly version: number;
  readonly draft: boolean;
  readonly source: 'platform' | 'file';
  readonly fileName: string | null;
  readonly from: string;
  readonly to: string;
  readonly state: SimulationState;
  readonly orderedAt: string;
};

export type SimulationsPageProps = {
  readonly today: string;
  readonly from: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly rows: readonly Row[];
  readonly maxBytes: number;
};

/** Orders a replay, and lists those so far. */
export function SimulationsPage({ today, from, choices, chosen, rows, maxBytes }: SimulationsPageProps) {
  const t = useText(simulationText);
  const locale = useLocale();
  const name = (of: { nameZh: string; nameEn: string }) => (locale === 'en' ? of.nameEn : of.nameZh);
  return (
    <div className="stack-lg">
      <PageHeader title={t('simulation.title')} lede={t('simulation.lede')} />
      <Section title={t('simulation.new')}>
        <CommandForm encType="multipart/form-data">
          <SelectField
            name="what"
            label={t('simulation.what')}
            hint={t('simulation.what-hint')}
            options={choices.map((c) => ({
              value: c.value,
              label: t('simulation.choice', name(c), c.version, c.draft),
            }))}
            defaultValue={chosen ?? choices[0]?.value}
            required
          />
          <div className="flex flex-wrap gap-4">
            <DateField name="from" label={t('simulation.from')} defaultValue={from} required />
            <DateField name="to" label={t('simulation.to')} defaultValue={today} required />
          </div>
          <TextField
            name="pool"
            label={t('simulation.pool')}
            hint={t('simulation.pool-hint')}
            inputMode="decimal"
          />
          <FileField
            name="file"
            label={t('simulation.file')}
            hint={t('simulation.file-hint')}
            accept=".csv,.gz"
            maxBytes={maxBytes}
          />
          <FormActions>
            <Button type="submit">{t('simulation.start')}</Button>
          </FormActions>
        </CommandForm>
      </Section>
      <Section title={t('simulation.past')}>
        <SimulationTable rows={rows} name={name} />
      </Section>
    </div>
  );
}

function SimulationTable({ rows, name }: { rows: readonly Row[]; name: (row: Row) => string }) {
  const t = useText(simulationText);
  return (
    <DataTable
      caption={t('simulation.past')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('simulation.none')}>{t('simulation.none-hint')}</EmptyState>}
      columns={[
        {
          key: 'what',
          header: t('simulation.what'),
          primary: true,
          cell: (row) => (
            <TextLink to={`/operator/simulations/${row.id}`}>
              {t('simulation.choice', name(row), row.version, row.draft)}
            </TextLink>
          ),
        },
        {
          key: 'source',
          header: t('simulation.loans-of'),
          cell: (row) => row.fileName ?? t(`simulation.source.${row.source}`),
        },
        {
          key: 'period',
          header: t('simulation.period'),
          cell: (row) => (
            <>
              <DayText day={row.from} /> – <DayText day={row.to} />
            </>
          ),
        },
        {
          key: 'state',
          header: t('simulation.state'),
          cell: (row) => <SimulationBadge state={row.state} />,
        },
        {
          key: 'at',
          header: t('simulation.ordered-at'),
          cell: (row) => <InstantText at={row.orderedAt} />,
        },
      ]}
    />
  );
}
