import { reportPageText } from '~/text/report-page.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { showCount } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type SectionName = { readonly code: string; readonly zh: string; readonly en: string };

export type BatchShown = {
  readonly id: string;
  readonly region: string | null;
  readonly section: string | null;
  readonly state: 'ordered' | 'running' | 'done';
  readonly done: number;
  readonly total: number;
  readonly orderedAt: string;
  readonly finishedAt: string | null;
};

const tones = { ordered: 'mute', running: 'info', done: 'good' } as const;

/** How far a batch has come. */
export function BatchBadge({ state }: Pick<BatchShown, 'state'>) {
  const t = useText(reportPageText);
  return <Badge tone={tones[state]}>{t(`batch.state.${state}`)}</Badge>;
}

/** What a batch is about, in words. */
export function useSelection(sections: readonly SectionName[]) {
  const t = useText(reportPageText);
  const isEnglish = useLocale() === 'en';
  return ({ region, section }: Pick<BatchShown, 'region' | 'section'>) => {
    const named = sections.find((each) => each.code === section);
    const industry = named ? (isEnglish ? named.en : named.zh) : t('batch.section-all');
    return `${region ?? t('batch.region-all')} · ${industry}`;
  };
}

type PageProps = { readonly rows: readonly BatchShown[]; readonly sections: readonly SectionName[] };

/** Orders public reports of many firms, and lists those so far. */
export function BatchesPage({ rows, sections }: PageProps) {
  const t = useText(reportPageText);
  const isEnglish = useLocale() === 'en';
  return (
    <div className="stack-lg">
      <PageHeader title={t('batch.title')} lede={t('batch.lede')} />
      <Section title={t('batch.new')}>
        <CommandForm>
          <TextField
            name="regionCode"
            label={t('batch.region')}
            hint={t('batch.region-hint')}
            inputMode="numeric"
            width="sm"
          />
          <SelectField
            name="section"
            label={t('batch.section')}
            empty={t('batch.section-all')}
            options={sections.map(({ code, zh, en }) => ({ value: code, label: isEnglish ? en : zh }))}
          />
          <SelectField
            name="locale"
            label={t('batch.language')}
            options={[
              { value: 'zh-CN', label: t('batch.language.zh-CN') },
              { value: 'en', label: t('batch.language.en') },
            ]}
            defaultValue={isEnglish ? 'en' : 'zh-CN'}
            required
          />
          <FormActions>
            <Button type="submit">{t('batch.order')}</Button>
          </FormActions>
        </CommandForm>
      </Section>
      <Section title={t('batch.past')}>
        <BatchTable rows={rows} sections={sections} />
      </Section>
    </div>
  );
}

function BatchTable({ rows, sections }: PageProps) {
  const t = useText(reportPageText);
  const locale = useLocale();
  const selection = useSelection(sections);
  return (
    <DataTable
      caption={t('batch.past')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('batch.none')}>{t('batch.none-next')}</EmptyState>}
      columns={[
        {
          key: 'what',
          header: t('batch.what'),
          primary: true,
          cell: (row) => <TextLink to={`/operator/reports/${row.id}`}>{selection(row)}</TextLink>,
        },
        { key: 'state', header: t('batch.state'), cell: (row) => <BatchBadge state={row.state} /> },
        {
          key: 'firms',
          header: t('batch.firms'),
          align: 'end',
          cell: (row) => `${showCount(row.done, locale)} / ${showCount(row.total, locale)}`,
        },
        { key: 'at', header: t('batch.at'), cell: (row) => <InstantText at={row.orderedAt} /> },
      ]}
    />
  );
}
