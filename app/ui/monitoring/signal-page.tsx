import { Plus } from 'lucide-react';
import type { Figures, SignalBody } from '~/domain/monitoring/signal.ts';
import { alertText } from '~/text/alert.ts';
import { monitoringText, wordSignal, wordSignalAction, wordSignalEvidence } from '~/text/monitoring.ts';
import { wordPath } from '~/text/policy-field.ts';
import { signalLibraryText } from '~/text/signal-library.ts';
import { wordRule } from '~/text/signal-rule.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { useBasis } from '~/ui/legal-basis.ts';
import {
  ActiveBadge,
  type ItemNames,
  Ladder,
  PlanNumbers,
  PrecisionText,
  type SignalExampleShown,
  SignalExamples,
  Sources,
  WhyOff,
} from '~/ui/monitoring/signal-parts.tsx';
import { SeverityBadge } from '~/ui/parts/badge.tsx';
import { Button, LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { PrintButton } from '~/ui/parts/print-button.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { PolicyPeriod } from '~/ui/policy/policy-badges.tsx';
import { type VersionRow, VersionTable } from '~/ui/policy/policy-page.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';

export type SignalShown = {
  readonly code: string;
  readonly version: number;
  readonly legalBasis: string;
  readonly legalBasisEn: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly body: SignalBody;
  readonly unverified: readonly string[];
};

type ClosedAlert = {
  readonly id: string;
  readonly loan_id: string;
  readonly firm: string;
  readonly bank_zh: string;
  readonly bank_en: string;
  readonly severity: 'yellow' | 'orange' | 'red';
  readonly verdict: string | null;
  readonly closedAt: string;
};

export type ExampleRun = SignalExampleShown & { readonly figures: Figures | null };

export type SignalPageProps = {
  readonly signal: SignalShown;
  readonly items: ItemNames;
  readonly examples: readonly ExampleRun[];
  readonly versions: readonly VersionRow[];
  readonly draft: { readonly id: string; readonly version: number; readonly note: string } | null;
  readonly precision: { readonly closed: number; readonly right: number };
  readonly alerts: readonly ClosedAlert[];
  readonly page: number;
  readonly more: boolean;
  readonly mayDraft: boolean;
  readonly opensItems: boolean;
};

/** One version of a signal: its rule in plain words, what an alert says, its examples, versions, and how often it was right. */
export function SignalPage(props: SignalPageProps) {
  const { signal, examples, versions } = props;
  const t = useText(signalLibraryText);
  const name = wordSignal(signal.code, useLocale());
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('signals.title'), to: '/operator/signals' }, { label: name }]}
        title={name}
        lede={t('signals.version-no', signal.version)}
        badge={<ActiveBadge body={signal.body} />}
        actions={
          <>
            <PrintButton />
            {props.mayDraft ? <DraftAction {...props} /> : null}
          </>
        }
      />
      <SignalFacts {...props} />
      {signal.body.rule ? <Says {...props} /> : null}
      <Section title={t('signals.examples')}>
        <SignalExamples examples={examples} />
      </Section>
      <Section
        title={t('signals.history')}
        actions={
          versions.length > 1 ? (
            <TextLink to={`/operator/signals/${signal.code}/compare`}>{t('signals.compare')}</TextLink>
          ) : undefined
        }
      >
        <VersionTable base="/operator/signals" code={signal.code} versions={versions} />
      </Section>
      <Right {...props} />
    </div>
  );
}

function DraftAction({ signal, draft }: SignalPageProps) {
  const t = useText(signalLibraryText);
  if (draft)
    return <LinkButton to={`/operator/signal-drafts/${draft.id}`}>{t('signals.open-draft')}</LinkButton>;
  return (
    <CommandForm intent="start">
      <input type="hidden" name="version" value={signal.version} />
      <Button type="submit" icon={Plus}>
        {t('signals.start-draft')}
      </Button>
    </CommandForm>
  );
}

/** Where a signal comes from, what it looks at and what raises it. */
export function SignalFacts({
  signal,
  items,
  opensItems,
}: Pick<SignalPageProps, 'signal' | 'items' | 'opensItems'>) {
  const t = useText(signalLibraryText);
  const words = useText(monitoringText);
  const locale = useLocale();
  const basis = useBasis();
  const { body } = signal;
  return (
    <DefinitionList
      items={[
        { term: t('signals.family'), value: words(`monitoring.family.${body.family}`) },
        { term: t('signals.plan-head'), value: <PlanNumbers body={body} /> },
        { term: t('signals.items'), value: <Sources body={body} items={items} opens={opensItems} /> },
        {
          term: t('signals.rule'),
          value: body.rule ? wordRule(body.rule, locale) : t('signals.no-items'),
          note: <WhyOff body={body} />,
        },
        { term: t('signals.ladder'), value: <Ladder body={body} /> },
        {
          term: t('signals.version'),
          value: <PolicyPeriod from={signal.validFrom} to={signal.validTo} />,
        },
        { term: t('signals.basis'), value: basis(signal) },
        ...(signal.unverified.length > 0
          ? [
              {
                term: t('signals.unverified'),
                value: signal.unverified
                  .map((path) => wordPath(path, locale))
                  .join(locale === 'en' ? '; ' : '；'),
              },
            ]
          : []),
      ]}
    />
  );
}

/** What an alert says, as an example makes it, and what the officer is then asked to do. */
function Says({ signal, examples }: SignalPageProps) {
  const t = useText(signalLibraryText);
  const locale = useLocale();
  const figures = examples.find((example) => example.figures !== null)?.figures;
  return (
    <Section title={t('signals.evidence')} lede={t('signals.evidence-about')}>
      {figures ? (
        <blockquote className="measure border-l-3 border-line pl-4 text-lg">
          {wordSignalEvidence(signal.code, figures, locale)}
        </blockquote>
      ) : null}
      <p className="measure">
        <strong>{t('signals.action')}</strong> {wordSignalAction(signal.code, locale)}
      </p>
    </Section>
  );
}

const verdictKeys = ['confirmed', 'explained', 'cured', 'false-alarm'] as const;

/** The precision of the last twelve months and the alerts behind it. */
function Right({ signal, precision, alerts, page, more }: SignalPageProps) {
  const t = useText(signalLibraryText);
  const words = useText(alertText);
  const named = useNamed();
  const at = (n: number) => `/operator/signals/${signal.code}?version=${signal.version}&page=${n}`;
  const verdictOf = (row: ClosedAlert) => verdictKeys.find((key) => key === row.verdict);
  return (
    <Section
      title={t('signals.precision')}
      actions={
        alerts.length > 0 ? (
          <TextLink to={`/operator/alerts?state=closed&signal=${signal.code}`}>
            {t('signals.opens-alerts')}
          </TextLink>
        ) : undefined
      }
    >
      <p>
        <PrecisionText precision={precision} />
      </p>
      {alerts.length === 0 ? null : (
        <>
          <DataTable
            caption={t('signals.opens-alerts')}
            captionHidden
            rows={alerts}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'firm',
                header: t('signals.firm'),
                primary: true,
                cell: (row) => <TextLink to={`/operator/alerts/${row.id}`}>{row.firm}</TextLink>,
              },
              {
                key: 'bank',
                header: t('signals.bank'),
                cell: (row) => named({ zh: row.bank_zh, en: row.bank_en }),
              },
              {
                key: 'severity',
                header: words('alert.severity'),
                cell: (row) => <SeverityBadge severity={row.severity} />,
              },
              {
                key: 'verdict',
                header: t('signals.verdict'),
                cell: (row) => {
                  const verdict = verdictOf(row);
                  return verdict ? words(`alert.verdict.${verdict}`) : '';
                },
              },
              {
                key: 'closed',
                header: t('signals.closed-at'),
                cell: (row) => <InstantText at={row.closedAt} />,
              },
            ]}
          />
          <KeysetPager
            shown={alerts.length}
            previous={page > 0 ? at(page - 1) : null}
            next={more ? at(page + 1) : null}
          />
        </>
      )}
    </Section>
  );
}
