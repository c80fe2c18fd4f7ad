import { alertText } from '~/text/alert.ts';
import { circleText } from '~/text/circle.ts';
import { showDay, showPoints } from '~/text/format.ts';
import { loanText } from '~/text/loan.ts';
import { wordSignal } from '~/text/monitoring.ts';
import { overviewText } from '~/text/overview.ts';
import { portraitText } from '~/text/portrait.ts';
import { TierBadge } from '~/ui/loan/tier-badge.tsx';
import { Badge, SeverityBadge } from '~/ui/parts/badge.tsx';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { TrendChart } from '~/ui/parts/chart/trend-chart.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Figure, FigureRow, InstantText, Money } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Case = {
  readonly id: string;
  readonly signal: string;
  readonly severity: 'yellow' | 'orange' | 'red';
  readonly state: 'open' | 'answered' | 'closed';
  readonly raisedAt: string;
};

export type FundedFirmProps = {
  readonly loanId: string;
  readonly firm: string;
  readonly uscc: string | null;
  readonly region: string | null;
  readonly industry: string | null;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly principalFen: string;
  readonly balanceFen: string;
  readonly disbursedOn: string;
  readonly maturityOn: string;
  readonly classes: readonly { readonly on: string; readonly tier: string; readonly dpd: number }[];
  readonly scores: readonly { readonly on: string; readonly milliPoints: number | null }[];
  readonly alerts: readonly Case[];
};

/** One funded firm for the risk desk. */
export function FundedFirm(file: FundedFirmProps) {
  const t = useText(overviewText);
  const loan = useText(loanText);
  const portrait = useText(portraitText);
  const circle = useText(circleText);
  const locale = useLocale();
  const latest = file.classes.at(-1);
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('funded.title'), to: '/operator/funded' }]}
        title={file.firm}
        lede={[file.uscc, file.region, file.industry, locale === 'en' ? file.bankEn : file.bankZh]
          .filter(Boolean)
          .join(' · ')}
        badge={<TierBadge tier={latest?.tier ?? null} dpd={latest?.dpd ?? null} />}
        actions={
          <>
            <LinkButton to={`/operator/funded/${file.loanId}/circle`} variant="quiet">
              {circle('circle.open')}
            </LinkButton>
            <LinkButton to={`/operator/funded/${file.loanId}/portrait`} variant="quiet">
              {portrait('portrait.title')}
            </LinkButton>
          </>
        }
      />
      <FigureRow>
        <Figure label={loan('loan.principal')} value={<Money fen={file.principalFen} style="short" />} />
        <Figure label={loan('loan.balance')} value={<Money fen={file.balanceFen} />} />
        <Figure label={loan('loan.disbursed-on')} value={<DayText day={file.disbursedOn} />} />
        <Figure label={loan('loan.maturity')} value={<DayText day={file.maturityOn} />} />
      </FigureRow>
      <Section title={t('funded.alerts')}>
        <Cases alerts={file.alerts} />
      </Section>
      <Trends classes={file.classes} scores={file.scores} />
    </div>
  );
}

function Cases({ alerts }: Pick<FundedFirmProps, 'alerts'>) {
  const t = useText(alertText);
  const locale = useLocale();
  const columns: Column<Case>[] = [
    {
      key: 'signal',
      header: t('alert.signal'),
      primary: true,
      cell: (a) => <TextLink to={`/operator/alerts/${a.id}`}>{wordSignal(a.signal, locale)}</TextLink>,
    },
    { key: 'severity', header: t('alert.severity'), cell: (a) => <SeverityBadge severity={a.severity} /> },
    { key: 'raised', header: t('alert.raised'), cell: (a) => <InstantText at={a.raisedAt} /> },
    {
      key: 'state',
      header: t('alert.state'),
      cell: (a) => <Badge tone={a.state === 'closed' ? 'mute' : 'info'}>{t(`alert.state.${a.state}`)}</Badge>,
    },
  ];
  const nothing = <EmptyState title={t('alert.empty')}>{t('alert.empty-next')}</EmptyState>;
  return (
    <DataTable
      caption={t('alert.caption')}
      captionHidden
      columns={columns}
      rows={alerts}
      rowKey={(a) => a.id}
      empty={nothing}
    />
  );
}

function Trends({ classes, scores }: Pick<FundedFirmProps, 'classes' | 'scores'>) {
  const t = useText(overviewText);
  const locale = useLocale();
  const points = scores.map((s) => ({
    label: showDay(s.on, locale),
    value: s.milliPoints === null ? null : s.milliPoints / 1000,
    ...(s.milliPoints !== null && { text: showPoints(s.milliPoints) }),
  }));
  const days = classes.map((c) => ({
    label: showDay(c.on, locale),
    value: c.dpd,
    text: t('funded.dpd', c.dpd),
  }));
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      {points.length > 1 ? (
        <TrendChart
          title={t('funded.score')}
          description={t('funded.score-about')}
          points={points}
          domain={[0, 1000]}
        />
      ) : null}
      {days.length > 1 ? (
        <TrendChart title={t('funded.dpd-trend')} description={t('funded.dpd-about')} points={days} />
      ) : null}
    </div>
  );
}
