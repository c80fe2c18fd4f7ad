import { ChevronRight } from 'lucide-react';
import type { LineView, ScoreView } from '~/domain/score/score-view.ts';
import { dimensionNames, gapText } from '~/text/feature.ts';
import { showBin } from '~/text/feature-value.ts';
import { scoreText } from '~/text/score-page.ts';
import { fixSentence, wordLine } from '~/text/score-reason.ts';
import { showPoints } from '~/ui/format.ts';
import { Section } from '~/ui/parts/section.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import { LineFold } from './line-fold.tsx';
import { RecordList } from './record-list.tsx';

/** Every indicator by dimension; each opens to its bin and the records behind it. */
export function ScoreLines({ score }: { score: ScoreView }) {
  const t = useText(scoreText);
  const name = useText(dimensionNames);
  return (
    <Section title={t('score.lines')} lede={t('score.lines-lede')}>
      {score.dimensions.map(({ code, points, max }) => (
        <details key={code} className="rounded-sheet border border-line bg-sheet shadow-sheet">
          <summary className="flex min-h-12 list-none items-center gap-2 rounded-sheet px-(--pad) py-3 hover:bg-brand-50/60">
            <ChevronRight aria-hidden className="turn-open size-4 shrink-0 text-ink-faint" />
            <h3 className="flex flex-1 flex-wrap items-baseline justify-between gap-x-4 font-semibold">
              {name(code)}
              {points === null ? null : (
                <span className="num text-ink-soft">
                  {t('score.line-points', showPoints(points), showPoints(max))}
                </span>
              )}
            </h3>
          </summary>
          <ul className="divide-y divide-line border-t border-line">
            {score.lines
              .filter((line) => line.dimension === code)
              .map((line) => (
                <li key={line.feature}>
                  <LineDetails line={line} isScored={score.milliPoints !== null} />
                </li>
              ))}
          </ul>
        </details>
      ))}
    </Section>
  );
}

type LineProps = { readonly line: LineView; readonly isScored: boolean };

function LineDetails({ line, isScored }: LineProps) {
  const t = useText(scoreText);
  const locale = useLocale();
  const points = t('score.line-points', showPoints(line.points), showPoints(line.max));
  return (
    <LineFold name={wordLine(line, locale)} isKnown={line.value !== null} points={isScored ? points : null}>
      <LineBody line={line} />
    </LineFold>
  );
}

function LineBody({ line }: { line: LineView }) {
  const t = useText(scoreText);
  const gap = useText(gapText);
  const locale = useLocale();
  const name = useNamed();
  const { bin, fix, evidence, evidenceCount } = line;
  const canImprove = fix !== null && line.value !== null && line.points < line.max;
  return (
    <div className="flex flex-col gap-1.5 text-sm">
      <p className="text-ink-soft">
        {t('score.line-reads', line.items.map(name).join(locale === 'en' ? ', ' : '、'))}
      </p>
      {line.gap ? <p>{t('score.line-unknown', gap(line.gap), showPoints(line.neutral))}</p> : null}
      {line.isStale ? <p>{t('score.line-stale')}</p> : null}
      {line.isWithheld ? <p>{t('score.line-withheld')}</p> : null}
      {bin ? (
        <p>
          {t(
            'score.line-bin',
            showBin(line, bin, bin.next === null ? undefined : { from: bin.next }, locale),
          )}
        </p>
      ) : null}
      {canImprove ? <p>{fixSentence(fix, locale)}</p> : null}
      {bin && evidenceCount === 0 ? <p className="text-ink-soft">{t('score.line-none')}</p> : null}
      {evidence.length > 0 ? <RecordList records={evidence} /> : null}
      {evidenceCount > evidence.length ? (
        <p className="text-ink-soft">{t('score.line-more', evidenceCount - evidence.length)}</p>
      ) : null}
    </div>
  );
}
