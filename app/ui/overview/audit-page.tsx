import { Download } from 'lucide-react';
import { auditText } from '~/text/audit.ts';
import { auditActions } from '~/text/audit-action.ts';
import { type AuditRow, AuditTable } from '~/ui/overview/audit-table.tsx';
import { ChainStatus, type Verdict } from '~/ui/overview/chain-status.tsx';
import { LinkButton } from '~/ui/parts/button.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Query = {
  readonly [name in 'who' | 'institution' | 'firm' | 'action' | 'outcome' | 'from' | 'to' | 'after']?:
    | string
    | undefined;
};

export type AuditPageProps = {
  readonly rows: readonly AuditRow[];
  readonly next: string | null;
  readonly institutions: readonly { readonly value: string; readonly label: string }[];
  readonly verdict: Verdict | null;
  readonly query: Query;
};

/** The filters as an address, without the place. */
function addressOf({ after: _, ...query }: Query): URLSearchParams {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(entries);
}

/** The audit log: verdict on its chains, filters, lines, export. */
export function AuditPage({ rows, next, institutions, verdict, query }: AuditPageProps) {
  const t = useText(auditText);
  const kept = addressOf(query);
  const following = new URLSearchParams(kept);
  if (next) following.set('after', next);
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('audit.title')}
        lede={t('audit.lede')}
        actions={
          <LinkButton to={`/operator/audit.csv?${kept}`} variant="secondary" icon={Download} download>
            {t('audit.export')}
          </LinkButton>
        }
      />
      <ChainStatus verdict={verdict} />
      <Filters query={query} institutions={institutions} active={kept.size} />
      <AuditTable rows={rows} />
      <KeysetPager
        previous={query.after ? `?${kept}` : undefined}
        next={next ? `?${following}` : undefined}
        shown={rows.length}
      />
    </div>
  );
}

type FilterProps = Pick<AuditPageProps, 'query' | 'institutions'> & { readonly active: number };

function Filters({ query, institutions, active }: FilterProps) {
  const t = useText(auditText);
  const locale = useLocale();
  const actions = Object.entries(auditActions).map(([value, words]) => ({ value, label: words[locale] }));
  return (
    <FilterBar values={query} clearTo="/operator/audit" active={active}>
      <TextField name="firm" type="search" label={t('audit.filter.firm')} />
      <TextField name="who" type="search" label={t('audit.filter.who')} />
      <SelectField
        name="institution"
        label={t('audit.institution')}
        empty={t('audit.all')}
        options={institutions}
      />
      <SelectField name="action" label={t('audit.action')} empty={t('audit.all')} options={actions} />
      <SelectField
        name="outcome"
        label={t('audit.outcome')}
        empty={t('audit.all')}
        options={[
          { value: 'ok', label: t('audit.outcome.ok') },
          { value: 'refused', label: t('audit.outcome.refused') },
        ]}
      />
      <DateField name="from" label={t('audit.filter.from')} />
      <DateField name="to" label={t('audit.filter.to')} />
    </FilterBar>
  );
}
