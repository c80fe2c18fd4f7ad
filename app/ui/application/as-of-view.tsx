import { Link } from '@remix-run/react';
import { refusals } from '~/text/all-refusals.ts';
import { applicationText } from '~/text/application.ts';
import { asOfText } from '~/text/as-of.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { showBytes, showDay } from '~/ui/format.ts';
import { ConditionList } from '~/ui/match/condition-list.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useRuleNames } from '~/ui/product/rule-names.ts';
import { useLocale, useText } from '~/ui/text.ts';
import { ApplicationTimeline } from './application-timeline.tsx';
import { ChangesThen, RecordsThen } from './as-of-records.tsx';
import { ScoreMoved } from './as-of-score.tsx';
import type { AsOfShown, KnownThen } from './as-of-shown.ts';
import { OfferTerms } from './offer-terms.tsx';
import { StateBadge } from './state-badge.tsx';

type AsOfViewProps = {
  readonly shown: AsOfShown;
  /** The page's address without days, and what else its address says. */
  readonly base: string;
  readonly keep: { readonly [name: string]: string };
  /** Whether sealed records are among what is shown. */
  readonly isWhole: boolean;
};

/** One application as of a day: what was known, how it was scored and matched, what was said, and what changed since. */
export function AsOfView({ shown, base, keep, isWhole }: AsOfViewProps) {
  const t = useText(asOfText);
  const { known, days } = shown;
  const pageHref = (list: List, page: number) =>
    `${base}?${new URLSearchParams({ ...keep, on: days.on, to: days.to, [list]: String(page) })}`;
  return (
    <div className="stack-lg min-w-0">
      <DayPicker shown={shown} base={base} keep={keep} />
      <Notice tone="info" title={t(isWhole ? 'as-of.whole' : 'as-of.restricted')} />
      <Card title={showThen(t('as-of.state'), days.on, useLocale())}>
        <DefinitionList
          layout="grid"
          items={[
            { term: t('as-of.state'), value: <StateBadge state={shown.state} /> },
            ...(known.granted
              ? [
                  { term: t('as-of.known'), value: known.records.all },
                  { term: t('as-of.known-documents'), value: known.documents.length },
                ]
              : []),
          ]}
        />
        {shown.offer ? <OfferTerms terms={shown.offer} /> : null}
      </Card>
      {known.granted ? (
        <Known known={known} days={days} pageHref={pageHref} />
      ) : (
        <Refused code={known.refusal} />
      )}
      <Section title={t('as-of.messages')}>
        <ApplicationTimeline events={shown.events} />
      </Section>
    </div>
  );
}

const showThen = (what: string, day: string, locale: Parameters<typeof showDay>[1]) =>
  `${what} · ${showDay(day, locale, 'short')}`;

function Refused({ code }: { code: { readonly code: string } }) {
  const t = useText(asOfText);
  const locale = useLocale();
  return (
    <Notice tone="refusal" title={t('as-of.refused')} next={t('as-of.refused-next')}>
      {wordRefusal(refusals, code, locale)}
    </Notice>
  );
}

function DayPicker({ shown, base, keep }: Pick<AsOfViewProps, 'shown' | 'base' | 'keep'>) {
  const t = useText(asOfText);
  const step = useText(applicationText);
  const locale = useLocale();
  const { on, to, first, last, isMoved } = shown.days;
  const rest = new URLSearchParams(keep).toString();
  const at = (day: string) => `${base}?${rest ? `${rest}&` : ''}on=${day}&to=${to}`;
  return (
    <Section title={t('as-of.title')} lede={t('as-of.lede')}>
      <FilterBar values={{ on, to }} clearTo={`${base}?${rest}`}>
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <DateField name="on" label={t('as-of.on')} defaultValue={on} min={first} max={last} required />
        <DateField name="to" label={t('as-of.to')} defaultValue={to} min={first} max={last} required />
      </FilterBar>
      {isMoved ? (
        <Notice
          tone="warn"
          live
          title={t('as-of.moved-days', showDay(first, locale, 'short'), showDay(last, locale, 'short'))}
        />
      ) : null}
      <nav aria-label={t('as-of.steps')}>
        <p className="text-sm text-ink-soft">{t('as-of.steps')}</p>
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {shown.steps.map(({ day, kind }) => (
            <li key={day}>
              <Link
                to={at(day)}
                preventScrollReset
                aria-current={day === on ? 'date' : undefined}
                className="inline-block py-1.5 underline underline-offset-4 aria-[current=date]:font-semibold"
              >
                {showDay(day, locale, 'short')} {step(`step.${kind}` as 'step.submitted')}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </Section>
  );
}

type List = 'records' | 'changes';
type KnownProps = {
  readonly known: KnownThen;
  readonly days: AsOfShown['days'];
  readonly pageHref: (list: List, page: number) => string;
};

function Known({ known, days, pageHref }: KnownProps) {
  const t = useText(asOfText);
  const names = useRuleNames(known.conditions?.names ?? { region: {}, industry: {} });
  return (
    <>
      <ScoreMoved score={known.score} days={days} />
      <ChangesThen changes={known.changes} pageHref={(page) => pageHref('changes', page)} />
      <Section
        title={t('as-of.conditions')}
        {...(known.conditions && { lede: t('as-of.conditions-lede', known.conditions.version) })}
      >
        {known.conditions ? (
          <ConditionList conditions={known.conditions.conditions} names={names} />
        ) : (
          <p className="text-ink-soft">{t('as-of.conditions-none')}</p>
        )}
      </Section>
      <RecordsThen records={known.records} pageHref={(page) => pageHref('records', page)} />
      <DocumentsThen documents={known.documents} />
    </>
  );
}

function DocumentsThen({ documents }: Pick<KnownThen, 'documents'>) {
  const t = useText(asOfText);
  const apps = useText(applicationText);
  return (
    <Section title={t('as-of.documents')}>
      <DataTable
        caption={t('as-of.documents')}
        captionHidden
        rows={documents}
        rowKey={({ name, uploadedAt }) => `${name} ${uploadedAt}`}
        empty={<p className="text-ink-soft">{t('as-of.documents-none')}</p>}
        columns={[
          { key: 'name', header: apps('app.document'), primary: true, cell: ({ name }) => name },
          {
            key: 'size',
            header: apps('app.document-size'),
            align: 'end',
            cell: ({ bytes }) => showBytes(bytes),
          },
          {
            key: 'at',
            header: t('as-of.learnt'),
            cell: ({ uploadedAt }) => <InstantText at={uploadedAt} />,
          },
        ]}
      />
    </Section>
  );
}
