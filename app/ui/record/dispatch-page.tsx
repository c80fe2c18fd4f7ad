import { dispatchText } from '~/text/dispatch.ts';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { showCount } from '~/ui/format.ts';
import { LinkButton } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Dispatch = {
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly provider: Named;
  readonly body: {
    readonly items: readonly {
      readonly deliverable: boolean;
      readonly freshness: 'fresh' | 'stale' | 'never';
      readonly accepted: number;
      readonly quarantined: number;
    }[];
    readonly uses: readonly { readonly reads: number }[];
  };
};

type DispatchPageProps = { readonly dispatches: readonly Dispatch[]; readonly base: string };

/** The monthly dispatches, month by month, each with its file. */
export function DispatchPage({ dispatches, base }: DispatchPageProps) {
  const t = useText(dispatchText);
  const columns = useColumns();
  const months = [...new Set(dispatches.map(({ month }) => month))];
  return (
    <div className="stack-lg">
      <PageHeader title={t('dispatch.title')} lede={t('dispatch.lede')} />
      {months.length === 0 ? (
        <EmptyState title={t('dispatch.none')}>{t('dispatch.none-next')}</EmptyState>
      ) : null}
      {months.map((month) => {
        const rows = dispatches.filter((each) => each.month === month);
        return (
          <Section
            key={month}
            title={month}
            lede={<Span {...(rows[0] as Dispatch)} />}
            actions={
              <LinkButton
                to={`${base}/dispatches/${month}/dispatch.csv`}
                download
                variant="secondary"
                size="sm"
              >
                {t('dispatch.download')}
              </LinkButton>
            }
          >
            <DataTable
              caption={`${t('dispatch.title')} ${month}`}
              captionHidden
              columns={columns}
              rows={rows}
              rowKey={({ provider }) => provider.zh}
            />
          </Section>
        );
      })}
    </div>
  );
}

function Span({ from, to }: Pick<Dispatch, 'from' | 'to'>) {
  const t = useText(dispatchText);
  return (
    <>
      {t('dispatch.span')} <DayText day={from} /> – <DayText day={to} />
    </>
  );
}

function useColumns(): Column<Dispatch>[] {
  const t = useText(dispatchText);
  const named = useNamed();
  const locale = useLocale();
  const sum = (of: readonly number[]) =>
    showCount(
      of.reduce((all, n) => all + n, 0),
      locale,
    );
  return [
    { key: 'who', header: t('dispatch.provider'), primary: true, cell: ({ provider }) => named(provider) },
    {
      key: 'fresh',
      header: t('dispatch.fresh'),
      align: 'end',
      cell: ({ body }) => {
        const due = body.items.filter(({ deliverable }) => deliverable);
        return t('dispatch.of', due.filter(({ freshness }) => freshness === 'fresh').length, due.length);
      },
    },
    {
      key: 'accepted',
      header: t('dispatch.accepted'),
      align: 'end',
      cell: ({ body }) => sum(body.items.map((item) => item.accepted)),
    },
    {
      key: 'quarantined',
      header: t('dispatch.quarantined'),
      align: 'end',
      cell: ({ body }) => sum(body.items.map((item) => item.quarantined)),
    },
    {
      key: 'reads',
      header: t('dispatch.reads'),
      align: 'end',
      cell: ({ body }) => sum(body.uses.map(({ reads }) => reads)),
    },
  ];
}
