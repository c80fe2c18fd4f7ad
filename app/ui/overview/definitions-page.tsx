import { metrics, recordsOf } from '~/domain/overview/metric.ts';
import { metricText } from '~/text/metric.ts';
import { shellText } from '~/text/shell.ts';
import { useViewer } from '~/ui/overview/viewer.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useText } from '~/ui/text.ts';

type Row = (typeof metrics)[number];

/** The dictionary of figures: each with its definition, formula, source, unit, owner and version. */
export function DefinitionsPage() {
  const t = useText(metricText);
  const shell = useText(shellText);
  const role = useViewer();
  const opens = (metric: Row) => {
    const to = role ? recordsOf(metric.code, role) : null;
    if (to) return <TextLink to={to}>{t('metric.records')}</TextLink>;
    const seen: readonly string[] = metric.shownTo;
    if (!role || !seen.includes(role)) return t('metric.closed.desk');
    return t(`metric.closed.${'closed' in metric ? metric.closed : 'desk'}`);
  };
  return (
    <div className="stack-lg">
      <PageHeader title={t('metric.title')} lede={t('metric.lede')} />
      <DataTable
        caption={t('metric.title')}
        captionHidden
        rows={metrics}
        rowKey={(metric) => metric.code}
        columns={[
          {
            key: 'figure',
            header: t('metric.figure'),
            primary: true,
            cell: (metric) => (
              <span id={metric.code}>
                {t(`metric.${metric.code}`)}
                <span className="num block text-xs font-normal text-ink-soft">
                  {metric.code} · {t(`metric.unit.${metric.unit}`)}
                </span>
              </span>
            ),
          },
          {
            key: 'definition',
            header: t('metric.definition'),
            cell: (metric) => (
              <>
                {t(`metric.${metric.code}.means`)}
                <span className="block text-sm text-ink-soft">{t(`metric.${metric.code}.formula`)}</span>
              </>
            ),
          },
          {
            key: 'source',
            header: t('metric.source'),
            cell: (metric) => <span className="num text-sm break-words">{metric.source.join(' · ')}</span>,
          },
          { key: 'owner', header: t('metric.owner'), cell: (metric) => shell(`role.${metric.owner}`) },
          { key: 'version', header: t('metric.version'), align: 'end', cell: (metric) => metric.version },
          { key: 'records', header: t('metric.records'), cell: opens },
        ]}
      />
    </div>
  );
}
