import type { ReactNode } from 'react';
import { alertText } from '~/text/alert.ts';
import { caseFileText } from '~/text/case-file.ts';
import { wordSignal, wordSignalAction, wordSignalEvidence } from '~/text/monitoring.ts';
import { EvidenceFiles } from '~/ui/institution/evidence-files.tsx';
import { CaseLinks, CaseMatter, type Rung } from '~/ui/monitoring/case-matter.tsx';
import { type CaseMeasure, CaseMeasures } from '~/ui/monitoring/case-measures.tsx';
import { type GivenVerdict, VerdictHistory } from '~/ui/monitoring/case-verdicts.tsx';
import { Badge, SeverityBadge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ClockChip } from '~/ui/parts/clock-chip.tsx';
import { DayText, InstantText, Money } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { Timeline } from '~/ui/parts/timeline.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type EvidenceRecord = {
  readonly factId: string;
  readonly itemZh: string;
  readonly itemEn: string;
  readonly providerZh: string;
  readonly providerEn: string;
  readonly occurredOn: string | null;
  readonly amountFen: string | null;
  readonly knownAt: string;
};

export type CaseDocument = {
  readonly id: string;
  readonly replyId: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
};

export type AlertCaseData = {
  readonly id: string;
  readonly signal: string;
  readonly severity: 'yellow' | 'orange' | 'red';
  readonly state: 'open' | 'answered' | 'closed';
  readonly raisedAt: string;
  readonly dueAt: string;
  readonly now: string;
  readonly verdict: 'confirmed' | 'explained' | 'cured' | 'false-alarm' | null;
  readonly verdictNote: string | null;
  readonly firm: string;
  readonly uscc: string | null;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly evidence: {
    /** Null when a record that they rest on may no longer be shown. */
    readonly figures: Readonly<Record<string, string | number>> | null;
    readonly records: readonly EvidenceRecord[];
    /** Records that were revoked or repaired since, or are suspended while disputed. */
    readonly hidden: number;
    /** The case was raised under a consent that named another branch. */
    readonly isShut?: boolean;
  };
  readonly precision: { readonly closed: number; readonly right: number };
  readonly loanId: string;
  readonly contractNo: string | null;
  readonly escalatedInto: string | null;
  /** For the risk desk: whether somebody at the bank has it. */
  readonly isOwned: boolean | null;
  readonly evidenceAt: string;
  readonly matter: readonly Rung[];
  readonly measures: readonly CaseMeasure[];
  readonly documents: readonly CaseDocument[];
  readonly verdicts: readonly GivenVerdict[];
  readonly events: readonly {
    id: string;
    kind: string;
    at: string;
    by: string;
    text: string;
    bankOnly: boolean;
    aboutId: string | null;
  }[];
};

type Side = 'firm' | 'bank' | 'operator';
type AlertCaseProps = {
  readonly alert: AlertCaseData;
  readonly side: Side;
  readonly back: string;
  readonly children?: ReactNode;
};

/** A case file: signal, evidence with sources and dates, deadline, what happened; the forms of the reader below. */
export function AlertCase({ alert, side, back, children }: AlertCaseProps) {
  const t = useText(alertText);
  const locale = useLocale();
  const bank = locale === 'en' ? alert.bankEn : alert.bankZh;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('alert.back'), to: back }]}
        title={wordSignal(alert.signal, locale)}
        lede={[alert.firm, alert.uscc, bank].filter(Boolean).join(' · ')}
        badge={<SeverityBadge severity={alert.severity} />}
        actions={
          alert.state === 'closed' ? (
            <Badge tone="mute">{t('alert.state.closed')}</Badge>
          ) : (
            <ClockChip due={alert.dueAt} now={alert.now} label={t('alert.due')} />
          )
        }
      />
      {alert.verdict ? (
        <Notice tone="info" title={t('alert.verdict-is', t(`alert.verdict.${alert.verdict}`))}>
          {alert.verdictNote}
        </Notice>
      ) : null}
      {alert.escalatedInto ? <WentUp to={`${casesOf[side]}/${alert.escalatedInto}`} /> : null}
      <CaseLinks
        side={side}
        loanId={alert.loanId}
        contractNo={alert.contractNo}
        isOwned={alert.state === 'closed' ? null : alert.isOwned}
      />
      <EvidenceSection alert={alert} side={side} />
      <CaseMatter side={side} here={alert.id} now={alert.now} matter={alert.matter} />
      <CaseMeasures
        measures={alert.measures}
        confirms={side === 'bank' && alert.state !== 'closed'}
        terms={side !== 'operator'}
      />
      {children}
      <VerdictHistory verdicts={alert.verdicts} />
      <Section title={t('alert.timeline')}>
        <Timeline
          items={alert.events.map((event) => ({
            key: event.id,
            at: <InstantText at={event.at} />,
            title: <EventTitle event={event} />,
            children: <EventText event={event} alert={alert} side={side} />,
          }))}
        />
      </Section>
    </div>
  );
}

const kinds = [
  ...(['raised', 'merged', 'escalated', 'answered', 'followed-up', 'reminded', 'closed'] as const),
  ...(['superseded', 'assigned', 'snoozed', 'measured', 'measure-asked'] as const),
  ...(['measure-dropped', 'reversed'] as const),
];

type AlertSide = { readonly alert: AlertCaseData; readonly side: Side };
const casesOf = { firm: '/my/alerts', bank: '/bank/alerts', operator: '/operator/alerts' } as const;

function WentUp({ to }: { to: string }) {
  const t = useText(caseFileText);
  return (
    <Notice tone="info" title={t('case.went-up')}>
      <TextLink to={to}>{t('case.went-up-link')}</TextLink>
    </Notice>
  );
}

function EventTitle({ event }: { event: AlertCaseData['events'][number] }) {
  const t = useText(alertText);
  const kind = kinds.find((k) => k === event.kind);
  return (
    <span className="flex flex-wrap items-center gap-2">
      {kind ? t(`alert.event.${kind}`) : event.kind}
      <span className="text-ink-soft">{event.by || t('alert.system')}</span>
      {event.bankOnly ? <Badge>{t('alert.bank-only')}</Badge> : null}
    </span>
  );
}

/** What was written; a reminder says to whom it went. */
function EventText({ event, alert, side }: { event: AlertCaseData['events'][number] } & AlertSide) {
  const t = useText(alertText);
  const documents = alert.documents.filter(({ replyId }) => replyId === event.aboutId);
  if (event.kind !== 'reminded')
    return (
      <>
        {event.text}
        <EvidenceFiles files={documents} base={`${casesOf[side]}/${alert.id}/documents`} empty={null} />
      </>
    );
  return t(`alert.reminded.${event.text === 'bank' || event.text === 'firm' ? event.text : 'ladder'}`);
}

function EvidenceSection({ alert, side }: AlertSide) {
  const t = useText(alertText);
  const file = useText(caseFileText);
  const locale = useLocale();
  const { closed, right } = alert.precision;
  return (
    <Card title={t('alert.evidence')}>
      <div className="stack">
        {alert.evidence.figures ? (
          <p className="measure text-lg">
            {wordSignalEvidence(alert.signal, alert.evidence.figures, locale)}
          </p>
        ) : (
          <Unshown {...alert.evidence} />
        )}
        {(alert.evidence.isShut || alert.evidence.hidden > 0) &&
        alert.evidence.records.length === 0 ? null : (
          <Records records={alert.evidence.records} />
        )}
        {side === 'firm' ? null : (
          <p className="measure">
            <strong>{t('alert.action')}</strong> {wordSignalAction(alert.signal, locale)}
          </p>
        )}
        <p className="text-sm text-ink-soft">{file('case.as-of', alert.evidenceAt)}</p>
        <p className="text-sm text-ink-soft">
          {closed > 0 ? t('alert.precision', right, closed) : t('alert.precision-none')}{' '}
          {side === 'operator' ? (
            <TextLink to={`/operator/signals/${alert.signal}`}>{t('alert.signal-page')}</TextLink>
          ) : null}
        </p>
      </div>
    </Card>
  );
}

/** Why what the case rests on is not shown to the reader. */
function Unshown({ isShut, hidden }: AlertCaseData['evidence']) {
  const t = useText(alertText);
  return isShut ? (
    <Notice tone="info" title={t('alert.shut')}>
      {t('alert.shut-why')}
    </Notice>
  ) : (
    <Notice tone="info" title={t('alert.hidden', hidden)}>
      {t('alert.hidden-why')}
    </Notice>
  );
}

function Records({ records }: { records: readonly EvidenceRecord[] }) {
  const t = useText(alertText);
  const locale = useLocale();
  const columns: Column<EvidenceRecord>[] = [
    {
      key: 'item',
      header: t('alert.record.item'),
      primary: true,
      cell: (r) => (locale === 'en' ? r.itemEn : r.itemZh),
    },
    {
      key: 'provider',
      header: t('alert.record.provider'),
      cell: (r) => (locale === 'en' ? r.providerEn : r.providerZh),
    },
    {
      key: 'on',
      header: t('alert.record.on'),
      cell: (r) => (r.occurredOn ? <DayText day={r.occurredOn} /> : '—'),
    },
    {
      key: 'amount',
      header: t('alert.record.amount'),
      align: 'end',
      cell: (r) => (r.amountFen ? <Money fen={r.amountFen} /> : '—'),
    },
    { key: 'known', header: t('alert.record.known'), cell: (r) => <InstantText at={r.knownAt} /> },
  ];
  if (records.length === 0) return <p className="text-ink-soft">{t('alert.no-records')}</p>;
  return <DataTable caption={t('alert.records')} columns={columns} rows={records} rowKey={(r) => r.factId} />;
}
