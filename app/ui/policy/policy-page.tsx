import { Plus } from 'lucide-react';
import { policyDeskText } from '~/text/policy-desk.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { useBasis } from '~/ui/legal-basis.ts';
import { Button, LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { type ExampleShown, ExampleTable } from '~/ui/policy/example-table.tsx';
import { PolicyPeriod, type Standing, StandingBadge } from '~/ui/policy/policy-badges.tsx';
import { SchemePlain } from '~/ui/policy/scheme-plain.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type SchemeShown = {
  readonly kind: 'compensation' | 'subsidy';
  readonly code: string;
  readonly version: number;
  readonly jurisdiction: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly legalBasis: string;
  readonly legalBasisEn: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly body: unknown;
  readonly examples: unknown;
  readonly unverified: readonly string[];
};

export type VersionRow = {
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly publishedAt: string;
  readonly draftedBy: string | null;
  readonly publishedBy: string | null;
};

export type PolicyPageProps = {
  readonly scheme: SchemeShown;
  readonly standing: Standing;
  readonly examples: readonly ExampleShown[];
  readonly regions: Readonly<Record<string, string>>;
  readonly versions: readonly VersionRow[];
  readonly draftId: string | null;
  readonly mayDraft: boolean;
};

/** One version of a scheme in plain words with its examples, and all versions of it. */
export function PolicyPage(props: PolicyPageProps) {
  const { scheme, standing, examples, regions, versions } = props;
  const t = useText(policyDeskText);
  const locale = useLocale();
  const name = locale === 'en' ? scheme.nameEn : scheme.nameZh;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('policy.title'), to: '/operator/policies' }, { label: name }]}
        title={name}
        lede={t('policy.version-no', scheme.version)}
        badge={<StandingBadge standing={standing} />}
        actions={props.mayDraft ? <DraftAction {...props} /> : undefined}
      />
      <SchemeFacts scheme={scheme} regions={regions} />
      <Section title={t('policy.plain')}>
        <SchemePlain scheme={scheme} regions={regions} />
      </Section>
      <Section title={t('policy.examples')} lede={t('policy.examples-about')}>
        <ExampleTable examples={examples} />
      </Section>
      <Section
        title={t('policy.history')}
        actions={
          versions.length > 1 ? (
            <TextLink to={`/operator/policies/${scheme.code}/compare`}>{t('policy.compare')}</TextLink>
          ) : undefined
        }
      >
        <VersionTable base="/operator/policies" code={scheme.code} versions={versions} />
      </Section>
    </div>
  );
}

function DraftAction({ scheme, draftId }: PolicyPageProps) {
  const t = useText(policyDeskText);
  const simulate = (
    <LinkButton
      to={`/operator/simulations?scheme=${scheme.code}&version=${scheme.version}`}
      variant="secondary"
    >
      {t('policy.simulate')}
    </LinkButton>
  );
  if (draftId)
    return (
      <>
        {simulate}
        <LinkButton to={`/operator/policy-drafts/${draftId}`}>{t('policy.open-draft')}</LinkButton>
      </>
    );
  return (
    <>
      {simulate}
      <CommandForm intent="start">
        <input type="hidden" name="version" value={scheme.version} />
        <Button type="submit" icon={Plus}>
          {t('policy.start-draft')}
        </Button>
      </CommandForm>
    </>
  );
}

/** Where a version comes from and when it counts. */
export function SchemeFacts({ scheme, regions }: Pick<PolicyPageProps, 'scheme' | 'regions'>) {
  const basis = useBasis();
  const t = useText(policyDeskText);
  const { jurisdiction } = scheme;
  return (
    <DefinitionList
      layout="grid"
      items={[
        { term: t('policy.kind'), value: t(`policy.kind.${scheme.kind}`) },
        {
          term: t('policy.jurisdiction'),
          value: jurisdiction === 'CN' ? t('policy.national') : (regions[jurisdiction] ?? jurisdiction),
        },
        { term: t('policy.period'), value: <PolicyPeriod from={scheme.validFrom} to={scheme.validTo} /> },
        { term: t('policy.legal-basis'), value: basis(scheme) },
        { term: t('policy.code'), value: <span className="num">{scheme.code}</span> },
      ]}
    />
  );
}

type VersionTableProps = {
  /** Where the pages of this kind of policy data are. */
  readonly base: string;
  readonly code: string;
  readonly versions: readonly VersionRow[];
};

/** All versions: from when, by whom. */
export function VersionTable({ base, code, versions }: VersionTableProps) {
  const t = useText(policyDeskText);
  return (
    <DataTable
      caption={t('policy.history')}
      captionHidden
      rows={versions}
      rowKey={(row) => String(row.version)}
      columns={[
        {
          key: 'version',
          header: t('policy.version'),
          primary: true,
          cell: (row) => (
            <TextLink to={`${base}/${code}?version=${row.version}`}>
              {t('policy.version-no', row.version)}
            </TextLink>
          ),
        },
        {
          key: 'period',
          header: t('policy.period'),
          cell: (row) => <PolicyPeriod from={row.validFrom} to={row.validTo} />,
        },
        {
          key: 'published',
          header: t('policy.published-at'),
          cell: (row) => <InstantText at={row.publishedAt} />,
        },
        {
          key: 'drafted',
          header: t('policy.drafted-by'),
          cell: (row) => row.draftedBy ?? t('policy.shipped'),
        },
        {
          key: 'by',
          header: t('policy.published-by'),
          cell: (row) => row.publishedBy ?? t('policy.shipped'),
        },
      ]}
    />
  );
}
