import type { Placement } from '~/domain/score/percentile.ts';
import type { HistoryPoint, ScoreView } from '~/domain/score/score-view.ts';
import { scoreText } from '~/text/score-page.ts';
import { showInstant } from '~/ui/format.ts';
import { ButtonRow, LinkButton } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { type EstimateShown, ScoreEstimate } from './score-estimate.tsx';
import { ScoreHistory } from './score-history.tsx';
import { ScorePanel } from './score-panel.tsx';
import { ScorePlacements } from './score-placements.tsx';

type PageProps = {
  readonly score: ScoreView | null;
  readonly hasConsent: boolean;
  readonly history: readonly HistoryPoint[];
  readonly placements: readonly Placement[];
  /** What the statistical champion says; null while there is none. */
  readonly estimate: EstimateShown | null;
  /** Only the owner gives consent. */
  readonly mayConsent: boolean;
};

/** The firm's own score: the full one while it consents, the public one beside it, and how it came about. */
export function ScorePage({ score, hasConsent, history, placements, estimate, mayConsent }: PageProps) {
  const t = useText(scoreText);
  const how = (
    <ButtonRow>
      <LinkButton to="/my/score/what-if">{t('score.what-if')}</LinkButton>
      <LinkButton to="/my/score/portrait" variant="quiet">
        {t('score.portrait')}
      </LinkButton>
      <LinkButton to="/my/reports" variant="quiet">
        {t('score.reports')}
      </LinkButton>
      <LinkButton to="/how-scoring-works" variant="quiet">
        {t('score.how')}
      </LinkButton>
    </ButtonRow>
  );
  const header = <PageHeader title={t('score.title')} lede={t('score.lede')} actions={how} />;
  if (!score)
    return (
      <div className="stack-lg">
        {header}
        <EmptyState title={t('score.none')}>{t('score.none-next')}</EmptyState>
      </div>
    );
  const offersConsent = mayConsent && !hasConsent;
  return (
    <div className="stack-lg">
      {header}
      {hasConsent ? <ScopeTabs scope={score.scope} /> : null}
      <ScorePanel score={score} offersConsent={offersConsent} />
      {estimate ? <ScoreEstimate estimate={estimate} /> : null}
      <ScorePlacements placements={placements} />
      <ScoreHistory history={history} scope={score.scope} bands={score.bands} />
    </div>
  );
}

function ScopeTabs({ scope }: Pick<ScoreView, 'scope'>) {
  const t = useText(scoreText);
  return (
    <TabLinks
      label={t('score.views')}
      items={[
        { to: '/my/score', label: t('score.full'), current: scope === 'full' },
        { to: '/my/score?scope=public', label: t('score.public'), current: scope === 'public' },
      ]}
    />
  );
}

/** An earlier sheet as it was. */
export function SheetPage({ score }: { score: ScoreView }) {
  const t = useText(scoreText);
  const locale = useLocale();
  const trail = [{ label: t('score.title'), to: '/my/score' }, { label: t('score.sheet-title') }];
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('score.sheet-title')}
        lede={t('score.sheet-lede', showInstant(score.madeAt, locale))}
        trail={trail}
      />
      <ScorePanel score={score} />
    </div>
  );
}
