import { Download } from 'lucide-react';
import { type SignalBody, signalFamilies } from '~/domain/monitoring/signal.ts';
import { monitoringText, wordSignal, wordSignalAction } from '~/text/monitoring.ts';
import { signalLibraryText } from '~/text/signal-library.ts';
import {
  ActiveBadge,
  type ItemNames,
  Ladder,
  PlanNumbers,
  PrecisionText,
  Sources,
  WhyOff,
} from '~/ui/monitoring/signal-parts.tsx';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { Card, CardGrid } from '~/ui/parts/card.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { PrintButton } from '~/ui/parts/print-button.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type SignalRow = {
  readonly code: string;
  readonly version: number;
  readonly validFrom: string;
  readonly body: SignalBody;
  readonly draftId: string | null;
  readonly precision: { readonly closed: number; readonly right: number };
};

export type SignalsPageProps = {
  readonly rows: readonly SignalRow[];
  readonly total: number;
  readonly active: number;
  readonly items: ItemNames;
  readonly drafts: readonly {
    readonly id: string;
    readonly code: string;
    readonly version: number;
    readonly note: string;
  }[];
  readonly query: { readonly family?: string | undefined; readonly active?: string | undefined };
  readonly mayDraft: boolean;
  readonly opensItems: boolean;
};

/** The library of signals: what each looks at, what raises it, how long the officer has, and how often it was right. */
export function SignalsPage(props: SignalsPageProps) {
  const { rows, total, active, query } = props;
  const t = useText(signalLibraryText);
  const kept = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('signals.title')}
        lede={t('signals.lede')}
        actions={
          <>
            <PrintButton />
            <LinkButton to={`/operator/signals.csv?${kept}`} variant="secondary" icon={Download} download>
              {t('signals.csv')}
            </LinkButton>
          </>
        }
      />
      {props.mayDraft && props.drafts.length > 0 ? <Drafts {...props} /> : null}
      <p>{t('signals.count', total, active)}</p>
      <Filters query={query} />
      <SignalTable {...props} />
      <KeysetPager shown={rows.length} total={total} />
    </div>
  );
}

function Drafts({ drafts }: SignalsPageProps) {
  const t = useText(signalLibraryText);
  const locale = useLocale();
  return (
    <Section title={t('signals.drafts')}>
      <CardGrid>
        {drafts.map((draft) => (
          <Card
            key={draft.id}
            level={3}
            to={`/operator/signal-drafts/${draft.id}`}
            title={t('signals.draft-of', wordSignal(draft.code, locale), draft.version)}
            lede={draft.note}
          />
        ))}
      </CardGrid>
    </Section>
  );
}

function Filters({ query }: Pick<SignalsPageProps, 'query'>) {
  const t = useText(signalLibraryText);
  const words = useText(monitoringText);
  const { family, active } = query;
  return (
    <FilterBar
      values={{ family, active }}
      clearTo="/operator/signals"
      active={[family, active].filter(Boolean).length}
    >
      <SelectField
        name="family"
        label={t('signals.family')}
        empty={t('signals.all')}
        options={signalFamilies.map((value) => ({ value, label: words(`monitoring.family.${value}`) }))}
      />
      <SelectField
        name="active"
        label={t('signals.active')}
        empty={t('signals.all')}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`signals.active.${value}`) }))}
      />
    </FilterBar>
  );
}

function SignalTable({ rows, items, opensItems, mayDraft }: SignalsPageProps) {
  const t = useText(signalLibraryText);
  return (
    <DataTable
      caption={t('signals.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.code}
      cards={8}
      empty={<EmptyState title={t('signals.none')} />}
      columns={[
        {
          key: 'signal',
          header: t('signals.signal'),
          primary: true,
          className: 'min-w-36',
          cell: (row) => <Named row={row} />,
        },
        {
          key: 'items',
          header: t('signals.items'),
          className: 'min-w-36',
          cell: (row) => <Sources body={row.body} items={items} opens={opensItems} />,
        },
        { key: 'ladder', header: t('signals.ladder'), cell: (row) => <Ladder body={row.body} /> },
        {
          key: 'action',
          header: t('signals.action'),
          className: 'min-w-44',
          cell: (row) => <Action row={row} />,
        },
        {
          key: 'active',
          header: t('signals.active'),
          cell: (row) => (
            <>
              <ActiveBadge body={row.body} />
              <WhyOff body={row.body} />
            </>
          ),
        },
        {
          key: 'version',
          header: t('signals.version'),
          cell: (row) => <VersionCell row={row} mayDraft={mayDraft} />,
        },
        {
          key: 'precision',
          header: t('signals.precision'),
          cell: (row) => <PrecisionText precision={row.precision} />,
        },
      ]}
    />
  );
}

function Named({ row }: { row: SignalRow }) {
  const words = useText(monitoringText);
  const locale = useLocale();
  return (
    <>
      <TextLink to={`/operator/signals/${row.code}`}>{wordSignal(row.code, locale)}</TextLink>
      <span className="block text-sm font-normal text-ink-soft">
        {words(`monitoring.family.${row.body.family}`)} · <PlanNumbers body={row.body} />
      </span>
    </>
  );
}

function Action({ row }: { row: SignalRow }) {
  const t = useText(signalLibraryText);
  const locale = useLocale();
  return <>{row.body.rule ? wordSignalAction(row.code, locale) : t('signals.no-items')}</>;
}

function VersionCell({ row, mayDraft }: { row: SignalRow; mayDraft: boolean }) {
  const t = useText(signalLibraryText);
  return (
    <>
      {t('signals.version-no', row.version)}
      <span className="block text-sm whitespace-nowrap text-ink-soft">
        <DayText day={row.validFrom} /> –
      </span>
      {mayDraft && row.draftId ? (
        <TextLink to={`/operator/signal-drafts/${row.draftId}`}>{t('signals.open-draft')}</TextLink>
      ) : null}
    </>
  );
}
