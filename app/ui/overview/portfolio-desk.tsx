import { Download } from 'lucide-react';
import { dpdBands } from '~/domain/loan/quality.ts';
import { vintageMeasures } from '~/domain/loan/vintage.ts';
import { bookText } from '~/text/loan-book.ts';
import { loanQualityText } from '~/text/loan-quality.ts';
import { LeadPart, type LeadProps } from '~/ui/overview/portfolio-lead.tsx';
import { LoansPart, type LoansProps } from '~/ui/overview/portfolio-loans.tsx';
import { MigrationPart, type MigrationProps } from '~/ui/overview/portfolio-migration.tsx';
import { VintagePart, type VintageProps } from '~/ui/overview/portfolio-vintage.tsx';
import { WatchPart, type WatchProps } from '~/ui/overview/portfolio-watch.tsx';
import { type PartLink, type QualityProps, QualitySummary } from '~/ui/overview/quality-page.tsx';
import { LinkButton } from '~/ui/parts/button.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { useText } from '~/ui/text.ts';

type Paged = { readonly next: string | null; readonly isFirst: boolean };

type Part =
  | ({ readonly part: 'summary' } & QualityProps)
  | ({ readonly part: 'loans' } & LoansProps & Paged)
  | ({ readonly part: 'migration' } & MigrationProps)
  | ({ readonly part: 'watch' } & WatchProps & Paged)
  | ({ readonly part: 'vintage' } & VintageProps)
  | ({ readonly part: 'lead' } & LeadProps);

export type DeskProps = Part & {
  readonly base: '/bank/quality' | '/operator/quality' | '/regulator/quality';
  readonly on: string;
  readonly from: string;
  readonly today: string;
  /** Whether the reader may see the loans one by one. */
  readonly opens: boolean;
};

const recordParts: readonly string[] = ['loans', 'watch'];
const parts = ['summary', 'loans', 'migration', 'watch', 'vintage', 'lead'] as const;

/** The portfolio desk: quality on a day, its loans, class migration, watch list, vintage curves, lead time of alerts. */
export function PortfolioDesk(props: DeskProps) {
  const { base, part, on, from, today, opens } = props;
  const t = useText(loanQualityText);
  const tb = useText(bookText);
  const kept = addressOf(props);
  const linkTo: PartLink = (to, query = {}) =>
    `${base}?${new URLSearchParams({ part: to, ...(on !== today && { on }), ...query })}`;
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('quality.title')}
        lede={opens ? t('quality.lede', on) : `${t('quality.lede', on)} ${t('quality.discreet')}`}
        actions={
          <LinkButton to={`${base}.csv?${kept}`} download icon={Download} variant="secondary">
            {t('quality.csv')}
          </LinkButton>
        }
      />
      <TabLinks
        label={tb('book.parts')}
        items={parts
          .filter((each) => opens || !recordParts.includes(each))
          .map((each) => ({
            to: linkTo(each),
            label: tb(`book.part.${each}`),
            current: each === part,
          }))}
      />
      {part === 'watch' ? null : <Filters {...props} />}
      <PartOf desk={props} linkTo={linkTo} period={{ from, on }} />
      {part === 'loans' || part === 'watch' ? (
        <KeysetPager
          previous={props.isFirst ? null : `${base}?${kept}`}
          next={props.next && `${base}?${kept}&after=${props.next}`}
          shown={props.loans.length}
        />
      ) : null}
    </div>
  );
}

/** What the address of this part says, without the page of its list. */
function addressOf(props: DeskProps): URLSearchParams {
  const { part, on, from } = props;
  const query = new URLSearchParams({ part, on, from });
  if (part === 'vintage') query.set('measure', props.measure);
  if (part === 'loans') {
    const { start, end, band, over, periods } = props.filter;
    for (const [name, value] of Object.entries({
      ...{ start, end, band: band?.toString(), over: over?.toString(), periods: periods ? '1' : undefined },
    }))
      if (value !== undefined) query.set(name, value);
  }
  return query;
}

/** The dates that a part goes by; what else narrows it stays as it is. */
function Filters(props: DeskProps) {
  const { base, part, on, from, today } = props;
  const t = useText(loanQualityText);
  const tb = useText(bookText);
  const spans = part === 'migration' || part === 'lead';
  const hidden =
    part === 'loans' ? [...addressOf(props)].filter(([name]) => name !== 'on') : [['part', part]];
  return (
    <FilterBar
      key={`${part} ${from} ${on}`}
      values={{ on, from }}
      clearTo={`${base}?part=${part}`}
      active={on === today ? 0 : 1}
    >
      {hidden.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {spans ? <DateField name="from" label={tb('book.from')} max={today} /> : null}
      <DateField name="on" label={spans ? tb('book.on') : t('quality.on')} max={today} />
      {part === 'vintage' ? (
        <SelectField
          name="measure"
          label={tb('book.vintage.measure')}
          options={vintageMeasures.map((each) => ({ value: each, label: tb(`book.vintage.${each}`) }))}
          defaultValue={props.measure}
        />
      ) : null}
    </FilterBar>
  );
}

const bandOf = (band: number) => {
  const from = dpdBands[band];
  const next = dpdBands[band + 1];
  return from === undefined ? null : { from, to: next === undefined ? null : next - 1 };
};

type PartProps = {
  desk: DeskProps;
  linkTo: PartLink;
  period: { readonly from: string; readonly on: string };
};

function PartOf({ desk, linkTo, period }: PartProps) {
  const side = desk.base === '/bank/quality' ? 'bank' : 'operator';
  switch (desk.part) {
    case 'summary':
      return <QualitySummary {...desk} linkTo={desk.opens ? linkTo : null} />;
    case 'loans':
      return <LoansPart {...desk} side={side} bandOf={bandOf} />;
    case 'migration':
      return (
        <MigrationPart {...desk} opens={(query) => linkTo('loans', { end: 'any', ...query, ...period })} />
      );
    case 'watch':
      return <WatchPart {...desk} side={side} />;
    case 'vintage':
      return <VintagePart {...desk} />;
    case 'lead':
      return <LeadPart {...desk} />;
  }
}
