import type { ScoreView } from '~/domain/score/score-view.ts';
import { vetoText } from '~/text/score.ts';
import { scoreText } from '~/text/score-page.ts';
import { wordReason } from '~/text/score-reason.ts';
import { LinkButton } from '~/ui/parts/button.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { RecordList } from './record-list.tsx';

export const consentHref = '/my/consents/new?for=evaluation';

type ScoreReasonsProps = {
  readonly score: ScoreView;
  /** Offers the consent to the one who can give it. */
  readonly offersConsent: boolean;
};

/** At most four reasons, each with what to do about it. */
export function ScoreReasons({ score, offersConsent }: ScoreReasonsProps) {
  const t = useText(scoreText);
  const locale = useLocale();
  return (
    <Section title={t('score.reasons')}>
      {score.reasons.length === 0 ? <p>{t('score.reasons-none')}</p> : null}
      <ol className="grid gap-4 md:grid-cols-2">
        {score.reasons.map((reason) => {
          const { what, fix } = wordReason(reason, score, locale);
          const isConsent = reason.kind === 'unknown' && reason.gap === 'not-consented';
          return (
            <li
              key={what}
              className="flex flex-col gap-2 rounded-sheet border border-line bg-sheet p-(--pad) shadow-sheet"
            >
              <p className="font-semibold">{what}</p>
              {fix ? (
                <p className="text-ink-soft">
                  <span className="font-medium text-ink">{t('score.do')} </span>
                  {fix}
                </p>
              ) : null}
              {isConsent && offersConsent ? (
                <div className="mt-auto pt-1">
                  <LinkButton to={consentHref} size="sm" variant="secondary">
                    {t('score.consent')}
                  </LinkButton>
                </div>
              ) : null}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

/** The record that decides the grade whatever the points, and how it ends. */
export function VetoNotice({ veto }: { veto: NonNullable<ScoreView['veto']> }) {
  const t = useText(scoreText);
  const named = useText(vetoText);
  return (
    <Notice tone="bad" title={t('score.veto-title', named(veto.code))}>
      <p>{t('score.veto-body')}</p>
      {veto.record ? <RecordList records={[veto.record]} /> : null}
    </Notice>
  );
}
