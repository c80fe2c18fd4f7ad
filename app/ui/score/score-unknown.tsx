import type { ScoreView, UnknownView } from '~/domain/score/score-view.ts';
import { gapText } from '~/text/feature.ts';
import { scoreText } from '~/text/score-page.ts';
import { wordReason } from '~/text/score-reason.ts';
import { showPpm } from '~/ui/format.ts';
import { LinkButton } from '~/ui/parts/button.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { ProgressBar } from '~/ui/parts/progress.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import { consentHref } from './score-reasons.tsx';

/** "Information insufficient" said as what it is: no bad grade, and how far there is to go. */
export function InsufficientNotice({ score }: { score: ScoreView }) {
  const t = useText(scoreText);
  const locale = useLocale();
  const [known, floor] = [showPpm(score.coveragePpm, locale, 0), showPpm(score.floorPpm, locale, 0)];
  return (
    <Notice tone="info" title={t('score.insufficient')}>
      <p>{t('score.insufficient-body', known, floor)}</p>
      <div className="mt-3">
        <ProgressBar
          label={t('score.coverage')}
          value={Math.min(score.coveragePpm, score.floorPpm)}
          max={score.floorPpm}
          detail={`${known} / ${floor}`}
        />
      </div>
    </Notice>
  );
}

type ScoreUnknownProps = { readonly score: ScoreView; readonly offersConsent: boolean };

/** What is not known, by cause and weight, and who can change that. */
export function ScoreUnknown({ score, offersConsent }: ScoreUnknownProps) {
  const t = useText(scoreText);
  if (score.unknown.length === 0) return null;
  return (
    <Section title={t('score.raise')} lede={t('score.raise-lede')}>
      <ul className="grid gap-4 md:grid-cols-2">
        {score.unknown.map((unknown) => (
          <li key={unknown.gap} className="rounded-sheet border border-line bg-sheet p-(--pad) shadow-sheet">
            <UnknownCard score={score} unknown={unknown} offersConsent={offersConsent} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function UnknownCard({
  score,
  unknown,
  offersConsent,
}: ScoreUnknownProps & { readonly unknown: UnknownView }) {
  const t = useText(scoreText);
  const gap = useText(gapText);
  const locale = useLocale();
  const name = useNamed();
  const { fix } =
    unknown.gap === 'unknown'
      ? { fix: '' }
      : wordReason({ kind: 'unknown', gap: unknown.gap }, score, locale);
  return (
    <div className="stack">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{gap(unknown.gap)}</span>
        <span className="num text-ink-soft">{t('score.raise-share', showPpm(unknown.ppm, locale, 1))}</span>
      </p>
      <p className="text-sm text-ink-soft">{unknown.items.map(name).join(locale === 'en' ? ', ' : '、')}</p>
      {fix ? <p>{fix}</p> : null}
      {unknown.gap === 'not-consented' && offersConsent ? (
        <>
          <p className="text-sm text-ink-soft">{t('score.consent-body')}</p>
          <div>
            <LinkButton to={consentHref} variant="secondary" size="sm">
              {t('score.consent')}
            </LinkButton>
          </div>
        </>
      ) : null}
    </div>
  );
}
