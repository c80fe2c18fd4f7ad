import type { IndicatorView } from '~/domain/score/card-view.ts';
import { showBin } from '~/text/feature-value.ts';
import { featureName } from '~/text/score-reason.ts';
import { rulesText } from '~/text/scoring-rules.ts';
import { showPoints } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';

type CardIndicatorsProps = { readonly caption: string; readonly indicators: readonly IndicatorView[] };

/** Every indicator of a dimension with all its bins, and the records it reads. */
export function CardIndicators({ caption, indicators }: CardIndicatorsProps) {
  const t = useText(rulesText);
  const locale = useLocale();
  const name = useNamed();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={indicators}
      rowKey={({ feature }) => feature}
      columns={[
        {
          key: 'indicator',
          header: t('rules.indicator'),
          primary: true,
          cell: ({ feature }) => featureName(feature, locale),
        },
        { key: 'bins', header: t('rules.bins'), cell: (indicator) => <Bins indicator={indicator} /> },
        { key: 'max', header: t('rules.max'), align: 'end', cell: ({ max }) => showPoints(max) },
        {
          key: 'reads',
          header: t('rules.reads'),
          cell: ({ items, needsConsent }) => (
            <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
              {items.map(name).join(locale === 'en' ? ', ' : '、')}
              {needsConsent ? <Badge tone="info">{t('rules.needs-consent')}</Badge> : null}
            </span>
          ),
        },
      ]}
    />
  );
}

function Bins({ indicator }: { indicator: IndicatorView }) {
  const t = useText(rulesText);
  const locale = useLocale();
  const { bins, unknown } = indicator;
  const rows = [
    ...bins.map((bin, i) => [showBin(indicator, bin, bins[i + 1], locale), bin.points] as const),
    [t('rules.unknown'), unknown] as const,
  ];
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm max-md:justify-end">
      {rows.map(([label, points]) => (
        <li key={label} className="whitespace-nowrap">
          <span className="text-ink-soft">{label}</span>{' '}
          <span className="num font-medium">{showPoints(points)}</span>
        </li>
      ))}
    </ul>
  );
}
