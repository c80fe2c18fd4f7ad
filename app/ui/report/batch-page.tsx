import { reportPageText } from '~/text/report-page.ts';
import { showBytes, showCount } from '~/ui/format.ts';
import { LookAgain } from '~/ui/look-again.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { ProgressBar } from '~/ui/parts/progress.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { BatchBadge, type BatchShown, type SectionName, useSelection } from './batches-page.tsx';

type Props = BatchShown & {
  readonly sections: readonly SectionName[];
  readonly parts: readonly { readonly part: number; readonly firms: number; readonly bytes: number }[];
};

/** One batch: its progress, and the archives that are ready. */
export function BatchPage(props: Props) {
  const t = useText(reportPageText);
  const selection = useSelection(props.sections)(props);
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('batch.title'), to: '/operator/reports' }, { label: selection }]}
        title={selection}
        badge={<BatchBadge state={props.state} />}
      />
      {props.state === 'ordered' ? (
        <Notice tone="info" live title={t('batch.waiting')} />
      ) : (
        <ProgressBar label={t('batch.progress')} value={props.done} max={Math.max(1, props.total)} />
      )}
      <LookAgain waiting={props.state !== 'done'} seen={`${props.state} ${props.done}`} />
      <Section title={t('batch.parts')}>
        <Parts {...props} />
      </Section>
    </div>
  );
}

function Parts({ id, parts }: Pick<Props, 'id' | 'parts'>) {
  const t = useText(reportPageText);
  const locale = useLocale();
  return (
    <DataTable
      caption={t('batch.parts')}
      captionHidden
      rows={parts}
      rowKey={(row) => String(row.part)}
      empty={t('batch.parts-none')}
      columns={[
        {
          key: 'part',
          header: t('batch.what'),
          primary: true,
          cell: (row) => (
            <TextLink to={`/operator/reports/${id}/parts/${row.part}`} download>
              {t('batch.part', row.part)}
            </TextLink>
          ),
        },
        { key: 'firms', header: t('batch.firms'), align: 'end', cell: (row) => showCount(row.firms, locale) },
        { key: 'size', header: t('batch.size'), align: 'end', cell: (row) => showBytes(row.bytes) },
      ]}
    />
  );
}
