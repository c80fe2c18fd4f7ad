import { policyDeskText } from '~/text/policy-desk.ts';
import { useBasis } from '~/ui/legal-basis.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { Card, CardGrid } from '~/ui/parts/card.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { PolicyPeriod, type Standing, StandingBadge, UnverifiedBadge } from '~/ui/policy/policy-badges.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type SchemeRow = {
  readonly code: string;
  readonly kind: 'compensation' | 'subsidy';
  readonly version: number;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly jurisdiction: string;
  readonly legalBasis: string;
  readonly legalBasisEn: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly standing: Standing;
  readonly versions: number;
  readonly unverified: number;
};

export type PoliciesPageProps = {
  readonly rows: readonly SchemeRow[];
  readonly total: number;
  readonly regions: Readonly<Record<string, string>>;
  readonly drafts: readonly {
    readonly id: string;
    readonly version: number;
    readonly nameZh: string;
    readonly nameEn: string;
    readonly note: string;
  }[];
  readonly query: {
    readonly kind?: string | undefined;
    readonly standing?: string | undefined;
    readonly text?: string | undefined;
  };
  readonly mayDraft: boolean;
};

/** All schemes: what is in force, where it comes from, what is not confirmed, and the drafts that wait. */
export function PoliciesPage({ rows, total, regions, drafts, query, mayDraft }: PoliciesPageProps) {
  const t = useText(policyDeskText);
  const locale = useLocale();
  return (
    <div className="stack-lg">
      <PageHeader title={t('policy.title')} lede={t('policy.lede')} />
      {mayDraft && drafts.length > 0 ? (
        <Section title={t('policy.drafts-open')}>
          <CardGrid>
            {drafts.map((draft) => (
              <Card
                key={draft.id}
                level={3}
                to={`/operator/policy-drafts/${draft.id}`}
                title={t('policy.draft-of', locale === 'en' ? draft.nameEn : draft.nameZh, draft.version)}
                lede={draft.note || t('policy.note-missing')}
              />
            ))}
          </CardGrid>
        </Section>
      ) : null}
      <Filters query={query} />
      <PolicyTable rows={rows} regions={regions} />
      <KeysetPager shown={rows.length} total={total} />
    </div>
  );
}

const standings = ['in-force', 'ahead', 'ended'] as const;
const kinds = ['compensation', 'subsidy'] as const;

function Filters({ query }: Pick<PoliciesPageProps, 'query'>) {
  const t = useText(policyDeskText);
  const { kind, standing, text } = query;
  return (
    <FilterBar
      values={{ kind, standing, text }}
      clearTo="/operator/policies"
      active={[kind, standing, text].filter(Boolean).length}
    >
      <TextField name="text" type="search" label={t('policy.search')} />
      <SelectField
        name="kind"
        label={t('policy.kind')}
        empty={t('policy.all')}
        options={kinds.map((value) => ({ value, label: t(`policy.kind.${value}`) }))}
      />
      <SelectField
        name="standing"
        label={t('policy.standing')}
        empty={t('policy.all')}
        options={standings.map((value) => ({ value, label: t(`policy.standing.${value}`) }))}
      />
    </FilterBar>
  );
}

function PolicyTable({ rows, regions }: Pick<PoliciesPageProps, 'rows' | 'regions'>) {
  const basis = useBasis();
  const t = useText(policyDeskText);
  const locale = useLocale();
  return (
    <DataTable
      caption={t('policy.caption')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.code}
      empty={<EmptyState title={t('policy.none')}>{t('policy.none-hint')}</EmptyState>}
      columns={[
        {
          key: 'name',
          header: t('policy.name'),
          primary: true,
          cell: (row) => (
            <>
              <TextLink to={`/operator/policies/${row.code}`}>
                {locale === 'en' ? row.nameEn : row.nameZh}
              </TextLink>
              <span className="block text-sm font-normal text-ink-soft">{basis(row)}</span>
            </>
          ),
        },
        {
          key: 'kind',
          header: t('policy.kind'),
          cell: (row) => <span className="whitespace-nowrap">{t(`policy.kind.${row.kind}`)}</span>,
        },
        {
          key: 'jurisdiction',
          header: t('policy.jurisdiction'),
          cell: (row) =>
            row.jurisdiction === 'CN'
              ? t('policy.national')
              : (regions[row.jurisdiction] ?? row.jurisdiction),
        },
        {
          key: 'period',
          header: t('policy.period'),
          cell: (row) => <PolicyPeriod from={row.validFrom} to={row.validTo} />,
        },
        {
          key: 'standing',
          header: t('policy.standing'),
          cell: (row) => <StandingBadge standing={row.standing} />,
        },
        {
          key: 'unverified',
          header: t('policy.unverified'),
          cell: (row) => <UnverifiedBadge count={row.unverified} />,
        },
        {
          key: 'version',
          header: t('policy.version'),
          align: 'end',
          cell: (row) =>
            row.versions > 1 ? (
              <TextLink to={`/operator/policies/${row.code}/compare`}>
                {row.version}
                <span className="sr-only"> {t('policy.compare')}</span>
              </TextLink>
            ) : (
              row.version
            ),
        },
      ]}
    />
  );
}
