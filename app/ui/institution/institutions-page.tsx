import { Plus } from 'lucide-react';
import { type InstitutionKind, institutionKinds } from '~/domain/institution/role-offer.ts';
import { type Standing, standings } from '~/domain/institution/standing.ts';
import { institutionText } from '~/text/institution.ts';
import { StandingBadge } from '~/ui/institution/standing-badge.tsx';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

type InstitutionRow = {
  readonly id: string;
  readonly kind: InstitutionKind;
  readonly code: string;
  readonly name: string;
  readonly standing: Standing;
  readonly until: string | null;
  readonly daysLeft: number | null;
  readonly needsAssessment: boolean;
  readonly people: number;
};

type Query = {
  readonly kind?: string | undefined;
  readonly standing?: string | undefined;
  readonly text?: string | undefined;
  readonly sort: string;
  readonly dir: 'asc' | 'desc';
};

export type InstitutionsPageProps = {
  readonly rows: readonly InstitutionRow[];
  readonly total: number;
  readonly renewalDays: number;
  readonly query: Query;
  readonly mayAdmit: boolean;
};

/** All institutions with their standing and the end of their assessment. */
export function InstitutionsPage({ rows, total, renewalDays, query, mayAdmit }: InstitutionsPageProps) {
  const t = useText(institutionText);
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('institution.title')}
        lede={t('institution.lede')}
        actions={
          mayAdmit ? (
            <LinkButton to="/operator/institutions/new" icon={Plus}>
              {t('institution.add')}
            </LinkButton>
          ) : undefined
        }
      />
      <Filters query={query} renewalDays={renewalDays} />
      <InstitutionTable rows={rows} query={query} />
      <KeysetPager shown={rows.length} total={total} />
    </div>
  );
}

function Filters({ query, renewalDays }: { query: Query; renewalDays: number }) {
  const t = useText(institutionText);
  const { kind, standing, text } = query;
  return (
    <FilterBar
      values={{ kind, standing, text }}
      clearTo="/operator/institutions"
      active={[kind, standing, text].filter(Boolean).length}
    >
      <TextField name="text" type="search" label={t('institution.search')} />
      <SelectField
        name="kind"
        label={t('institution.kind')}
        empty={t('institution.all')}
        options={institutionKinds.map((value) => ({ value, label: t(`institution.kind.${value}`) }))}
      />
      <SelectField
        name="standing"
        label={t('institution.standing')}
        empty={t('institution.all')}
        options={[
          ...standings.map((value) => ({ value, label: t(`institution.standing.${value}`) })),
          { value: 'ending-soon', label: t('institution.standing.ending-soon', renewalDays) },
        ]}
      />
    </FilterBar>
  );
}

function sortedAddress({ kind, standing, text }: Query, sort: string, dir: string): string {
  const address = new URLSearchParams({ sort, dir });
  for (const [name, value] of Object.entries({ kind, standing, text })) if (value) address.set(name, value);
  return `?${address}`;
}

function InstitutionTable({ rows, query }: Pick<InstitutionsPageProps, 'rows' | 'query'>) {
  const t = useText(institutionText);
  return (
    <DataTable
      caption={t('institution.caption')}
      captionHidden
      empty={<EmptyState title={t('institution.none')} />}
      rows={rows}
      rowKey={(row) => row.id}
      sort={{ key: query.sort, dir: query.dir }}
      sortHref={(key, dir) => sortedAddress(query, key, dir)}
      columns={[
        {
          key: 'name',
          header: t('institution.name'),
          primary: true,
          sortable: true,
          cell: (row) => <TextLink to={`/operator/institutions/${row.id}`}>{row.name}</TextLink>,
        },
        {
          key: 'kind',
          header: t('institution.kind'),
          sortable: true,
          cell: (row) => t(`institution.kind.${row.kind}`),
        },
        {
          key: 'standing',
          header: t('institution.standing'),
          cell: (row) => <StandingBadge standing={row.standing} />,
        },
        { key: 'until', header: t('institution.until'), sortable: true, cell: (row) => <Until row={row} /> },
        {
          key: 'people',
          header: t('institution.people'),
          sortable: true,
          align: 'end',
          cell: (row) => row.people,
        },
      ]}
    />
  );
}

function Until({ row }: { row: Pick<InstitutionRow, 'until' | 'daysLeft' | 'needsAssessment'> }) {
  const t = useText(institutionText);
  const none = row.needsAssessment ? 'institution.not-assessed' : 'institution.no-assessment';
  if (row.until === null) return <span className="text-ink-soft">{t(none)}</span>;
  return (
    <>
      <DayText day={row.until} />{' '}
      <span className="text-sm text-ink-soft">{t('institution.days-left', row.daysLeft ?? 0)}</span>
    </>
  );
}
