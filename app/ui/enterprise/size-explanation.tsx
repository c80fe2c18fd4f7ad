import type { SizeClass, SizeIndicator, SizeOutcome, SizeTable } from '~/domain/enterprise/size.ts';
import { enterpriseText } from '~/text/enterprise.ts';
import { showCount } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type SizeExplanationProps = {
  /** Null before an industry is chosen. */
  readonly outcome: SizeOutcome | null;
  readonly kind: 'company' | 'sole-trader';
  readonly table: SizeTable;
};

/** The size class and how it follows from the figures, or what is still missing. */
export function SizeExplanation({ outcome, kind, table }: SizeExplanationProps) {
  const t = useText(enterpriseText);
  if (kind === 'sole-trader')
    return <p className="measure text-ink-soft">{t('enterprise.size.sole-trader')}</p>;
  if (!outcome) return <p className="measure text-ink-soft">{t('enterprise.size.no-industry')}</p>;
  return (
    <div className="stack gap-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-ink-soft">{t('enterprise.size.title')}</span>
        <Badge tone={outcome.class === 'undetermined' ? 'mute' : 'info'}>
          {t(`enterprise.size.${outcome.class}`)}
        </Badge>
      </p>
      {outcome.class === 'undetermined' ? (
        <WhyNot outcome={outcome} />
      ) : (
        <HowSo outcome={outcome} table={table} />
      )}
    </div>
  );
}

type Undetermined = Extract<SizeOutcome, { class: 'undetermined' }>;
type Determined = Exclude<SizeOutcome, Undetermined>;

const fieldOf = { employees: 'employees', revenueWan: 'revenue', assetsWan: 'assets' } as const;

function WhyNot({ outcome }: { outcome: Undetermined }) {
  const t = useText(enterpriseText);
  const locale = useLocale();
  if (outcome.because === 'industry-not-covered')
    return <p className="measure">{t('enterprise.size.not-covered')}</p>;
  const names = outcome.missing.map((indicator) => t(`enterprise.${fieldOf[indicator]}`));
  return <p className="measure">{t('enterprise.size.missing', names.join(locale === 'en' ? ', ' : '、'))}</p>;
}

type Graded = { readonly indicator: SizeIndicator; readonly class: SizeClass };

function HowSo({ outcome, table }: { outcome: Determined; table: SizeTable }) {
  const t = useText(enterpriseText);
  const locale = useLocale();
  const row = table.industries.find((industry) => industry.code === outcome.industry);
  if (!row) return null;
  const floor = (indicator: SizeIndicator, size: 'large' | 'medium' | 'small') => {
    const least = row.floors[indicator]?.[size];
    if (least === undefined) return '';
    return `${showCount(least, locale)} ${t(indicator === 'employees' ? 'enterprise.persons' : 'enterprise.wan')}`;
  };
  const floorColumn = (size: 'large' | 'medium' | 'small'): Column<Graded> => ({
    key: size,
    header: t('enterprise.size.floor', t(`enterprise.size.${size}`)),
    align: 'end',
    cell: (graded) => floor(graded.indicator, size),
  });
  return (
    <>
      <p className="measure text-sm text-ink-soft">
        {t('enterprise.size.basis', locale === 'en' ? row.en : row.zh)}
      </p>
      <DataTable
        caption={t('enterprise.size.caption')}
        captionHidden
        rows={outcome.by}
        rowKey={(graded) => graded.indicator}
        columns={[
          {
            key: 'indicator',
            header: t('enterprise.size.indicator'),
            primary: true,
            cell: (graded) => t(`enterprise.${fieldOf[graded.indicator]}`),
          },
          floorColumn('small'),
          floorColumn('medium'),
          floorColumn('large'),
          {
            key: 'class',
            header: t('enterprise.size.class'),
            cell: (graded) => t(`enterprise.size.${graded.class}`),
          },
        ]}
      />
    </>
  );
}
