import type { Light } from '~/domain/modelling/month.ts';
import type { CardRole } from '~/domain/modelling/role.ts';
import type { OutcomeRule } from '~/domain/score/training/loan-outcome.ts';
import { modellingText } from '~/text/modelling.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { FileField } from '~/ui/parts/file-field.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';
import { LightBadge, showIndex } from './light-badge.tsx';
import { OwnTrainings, type Training } from './own-trainings.tsx';

type Row = {
  readonly version: string;
  readonly kind: 'rule' | 'statistical';
  readonly role: CardRole;
  readonly purpose: string;
  readonly at: string;
  readonly isWaiting: boolean;
  readonly month: string | null;
  readonly psiPpm: number | null;
  readonly light: Light;
};

type Props = {
  readonly rows: readonly Row[];
  readonly trainings: readonly Training[];
  readonly rule: OutcomeRule;
  readonly maxBytes: number;
};

/** The inventory of cards, and the two ways into it: training on own loans, and a file. */
export function CardsPage({ rows, trainings, rule, maxBytes }: Props) {
  const t = useText(modellingText);
  return (
    <div className="stack-lg">
      <PageHeader title={t('modelling.title')} lede={t('modelling.lede')} />
      <Section title={t('modelling.inventory')}>
        <Inventory rows={rows} />
        <CommandForm intent="monitor">
          <Button variant="quiet">{t('modelling.monitor-now')}</Button>
        </CommandForm>
      </Section>
      <OwnTrainings trainings={trainings} rule={rule} />
      <Section title={t('modelling.import')} lede={t('modelling.import-lede')}>
        <CommandForm intent="import" encType="multipart/form-data">
          <TextField
            name="version"
            label={t('modelling.version')}
            hint={t('modelling.version-hint')}
            width="sm"
            required
          />
          <TextField name="purpose" label={t('modelling.purpose')} required />
          <FileField name="file" label={t('modelling.file')} accept=".json" maxBytes={maxBytes} required />
          <FormActions>
            <Button>{t('modelling.import-do')}</Button>
          </FormActions>
        </CommandForm>
      </Section>
    </div>
  );
}

function Inventory({ rows }: { rows: readonly Row[] }) {
  const t = useText(modellingText);
  return (
    <DataTable
      caption={t('modelling.inventory')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.version}
      columns={[
        {
          key: 'version',
          header: t('modelling.version'),
          primary: true,
          cell: (row) => <TextLink to={`/operator/cards/${row.version}`}>{row.version}</TextLink>,
        },
        { key: 'kind', header: t('modelling.kind'), cell: (row) => t(`modelling.kind.${row.kind}`) },
        {
          key: 'role',
          header: t('modelling.role'),
          cell: (row) => (
            <span className="inline-flex flex-wrap gap-2">
              <RoleBadge role={row.role} />
              {row.isWaiting ? <Badge tone="warn">{t('modelling.waiting')}</Badge> : null}
            </span>
          ),
        },
        {
          key: 'purpose',
          header: t('modelling.purpose'),
          cell: (row) => row.purpose || t('modelling.purpose-rule'),
        },
        {
          key: 'psi',
          header: t('modelling.psi'),
          cell: (row) => (
            <span className="inline-flex items-center gap-2">
              {row.psiPpm === null ? '—' : showIndex(row.psiPpm)}
              <LightBadge light={row.light} />
            </span>
          ),
        },
        { key: 'at', header: t('modelling.at'), cell: (row) => <InstantText at={row.at} /> },
      ]}
    />
  );
}

const tones = { candidate: 'mute', challenger: 'info', champion: 'good', retired: 'mute' } as const;

/** The part that a card plays. */
export function RoleBadge({ role }: { role: CardRole }) {
  const t = useText(modellingText);
  return <Badge tone={tones[role]}>{t(`modelling.role.${role}`)}</Badge>;
}
