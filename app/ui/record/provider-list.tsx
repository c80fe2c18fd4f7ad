import { deliveryText } from '~/text/delivery.ts';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { DayText, Rate } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useText } from '~/ui/text.ts';
import { Waiting } from './waiting.tsx';

export type ProviderShown = {
  readonly id: string;
  readonly code: string;
  readonly name: Named;
  readonly items: number;
  readonly deliverable: number;
  readonly lastDelivery: string | null;
  readonly late: readonly {
    readonly name: Named;
    readonly lastDelivery: string | null;
    readonly freshDays: number;
  }[];
  readonly quarantinePpm: number | null;
  readonly waiting: number;
};

/** Every provider as a source: timely, clean, late, faulty. */
export function ProviderList({ providers }: { providers: readonly ProviderShown[] }) {
  const t = useText(deliveryText);
  const columns = useColumns();
  return (
    <div className="stack-lg">
      <PageHeader title={t('delivery.providers.title')} lede={t('delivery.providers.lede')} />
      <DataTable
        caption={t('delivery.providers.caption')}
        captionHidden
        columns={columns}
        rows={providers}
        rowKey={(provider) => provider.id}
      />
    </div>
  );
}

function useColumns(): Column<ProviderShown>[] {
  const t = useText(deliveryText);
  const named = useNamed();
  return [
    {
      key: 'provider',
      header: t('delivery.provider'),
      primary: true,
      cell: (each) => <TextLink to={`/operator/providers/${each.code}`}>{named(each.name)}</TextLink>,
    },
    {
      key: 'items',
      header: t('delivery.providers.items-head'),
      align: 'end',
      cell: (each) => t('delivery.providers.items', each.deliverable, each.items),
    },
    {
      key: 'last',
      header: t('delivery.last'),
      cell: (each) =>
        each.lastDelivery ? <DayText day={each.lastDelivery} /> : t('delivery.providers.never'),
    },
    { key: 'late', header: t('delivery.providers.late'), cell: (each) => <Late late={each.late} /> },
    {
      key: 'rate',
      header: t('delivery.providers.rate'),
      align: 'end',
      cell: (each) => (each.quarantinePpm === null ? null : <Rate ppm={each.quarantinePpm} />),
    },
    {
      key: 'waiting',
      header: t('delivery.waiting'),
      align: 'end',
      cell: (each) => <Waiting count={each.waiting} />,
    },
  ];
}

function Late({ late }: Pick<ProviderShown, 'late'>) {
  const t = useText(deliveryText);
  const named = useNamed();
  if (late.length === 0) return <>{t('delivery.providers.late-none')}</>;
  return (
    <details>
      <summary className="py-0.5 font-medium text-warn">
        {t('delivery.providers.late-count', late.length)}
      </summary>
      <ul className="mt-1 text-sm text-ink-soft">
        {late.map((item) => (
          <li key={item.name.zh}>
            {named(item.name)} ·{' '}
            {item.lastDelivery ? <DayText day={item.lastDelivery} /> : t('delivery.providers.never')}
          </li>
        ))}
      </ul>
    </details>
  );
}
