import type { ReactNode } from 'react';
import { type MetricCode, recordsOf } from '~/domain/overview/metric.ts';
import { showPoints } from '~/text/format.ts';
import { overviewText } from '~/text/overview.ts';
import { useViewer } from '~/ui/overview/viewer.ts';
import { GradeBadge } from '~/ui/parts/badge.tsx';
import { LinkButton } from '~/ui/parts/button.tsx';
import { Card, CardGrid } from '~/ui/parts/card.tsx';
import { Sparkline } from '~/ui/parts/chart/sparkline.tsx';
import { Money } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Stepper } from '~/ui/parts/stepper.tsx';
import { useText } from '~/ui/text.ts';

type Step = 'profile' | 'consent' | 'score' | 'need' | 'apply' | 'loan';

export type FirmHomeProps = {
  readonly name: string;
  readonly next: Step | 'done';
  readonly score: {
    readonly grade: string | null;
    readonly milliPoints: number | null;
    readonly scope: string | null;
    readonly points: readonly number[];
  };
  readonly consents: number;
  readonly applications: number;
  readonly lastNeed: string | null;
  readonly balanceFen: string;
  readonly alerts: number;
  readonly reads: number;
};

const steps = ['profile', 'consent', 'score', 'need', 'apply', 'loan'] as const;

const whereTo = (home: FirmHomeProps): { readonly [S in Step | 'done']: string } => ({
  profile: '/my/profile',
  consent: '/my/consents/new?for=evaluation',
  score: '/my/score',
  need: '/my/needs/new',
  apply: home.lastNeed ? `/my/needs/${home.lastNeed}` : '/my/needs',
  loan: '/my/applications',
  done: '/my/loans',
});

/** The owner's first page: progress, the one next step, and the figures that matter. */
export function FirmHome(home: FirmHomeProps) {
  const t = useText(overviewText);
  const current = home.next === 'done' ? steps.length : steps.indexOf(home.next);
  return (
    <div className="stack-lg">
      <PageHeader title={home.name} lede={t('home.firm.lede')} />
      {home.alerts > 0 ? (
        <Notice
          tone="warn"
          title={t('home.alert-banner', home.alerts)}
          next={<LinkButton to="/my/alerts">{t('home.alert-banner-do')}</LinkButton>}
        >
          {t('home.alert-banner-text')}
        </Notice>
      ) : null}
      <Stepper
        label={t('home.steps')}
        steps={steps.map((s) => ({ label: t(`home.step.${s}`), to: whereTo(home)[s] }))}
        current={current}
      />
      <Card
        tone="brand"
        title={t('home.next')}
        footer={<LinkButton to={whereTo(home)[home.next]}>{t(`home.do.${home.next}`)}</LinkButton>}
      >
        <p className="measure">{t(`home.next.${home.next}`)}</p>
      </Card>
      <Figures {...home} />
    </div>
  );
}

const graded = ['A+', 'A', 'B', 'C', 'D'] as const;
const big = 'num text-3xl font-display';

function Figures({ score, consents, applications, balanceFen, alerts, reads }: FirmHomeProps) {
  const t = useText(overviewText);
  return (
    <CardGrid>
      <OwnFigure code="own.score" title={t('home.score')}>
        <span className="flex items-center gap-3">
          <GradeBadge grade={graded.find((g) => g === score.grade) ?? null} />
          {score.milliPoints === null ? null : <span className={big}>{showPoints(score.milliPoints)}</span>}
          {score.points.length > 1 ? <Sparkline values={[...score.points]} label={t('home.score')} /> : null}
        </span>
      </OwnFigure>
      <OwnFigure code="own.consents" title={t('home.consents')}>
        <span className={big}>{consents}</span>
      </OwnFigure>
      <OwnFigure code="own.applications" title={t('home.applications')}>
        <span className={big}>{applications}</span>
      </OwnFigure>
      <OwnFigure code="own.balance" title={t('home.balance')}>
        <span className={big}>
          <Money fen={balanceFen} style="short" />
        </span>
      </OwnFigure>
      <OwnFigure code="own.alerts" title={t('home.alerts')}>
        <span className={big}>{alerts}</span>
      </OwnFigure>
      <OwnFigure code="own.reads" title={t('home.reads')}>
        <span className={big}>{reads}</span>
        <span className="block text-sm text-ink-soft">{t('home.reads-link')}</span>
      </OwnFigure>
    </CardGrid>
  );
}

type OwnProps = { code: MetricCode; title: string; children: ReactNode };

/** A figure of the firm's own home; the card opens its records. */
function OwnFigure({ code, title, children }: OwnProps) {
  const role = useViewer();
  return (
    <Card title={title} to={recordsOf(code, role ?? 'owner') ?? undefined}>
      {children}
    </Card>
  );
}
