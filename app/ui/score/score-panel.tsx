import type { ScoreView } from '~/domain/score/score-view.ts';
import { ScoreDimensions, ScoreMoves } from './score-charts.tsx';
import { ScoreLines } from './score-lines.tsx';
import { ScoreReasons, VetoNotice } from './score-reasons.tsx';
import { ScoreSummary } from './score-summary.tsx';
import { InsufficientNotice, ScoreUnknown } from './score-unknown.tsx';

type ScorePanelProps = {
  readonly score: ScoreView;
  /** Whether the reader is the firm and may still open records to its evaluation. */
  readonly offersConsent?: boolean;
};

/**
 * One score sheet, down to the records: the firm's own page and, behind a consent, the bank's file. What a reader may
 * not see is not in the view it is given.
 */
export function ScorePanel({ score, offersConsent = false }: ScorePanelProps) {
  const isScored = score.milliPoints !== null;
  return (
    <div className="stack-lg">
      <ScoreSummary score={score} />
      {score.veto ? <VetoNotice veto={score.veto} /> : null}
      {isScored ? null : <InsufficientNotice score={score} />}
      {isScored ? <ScoreReasons score={score} offersConsent={offersConsent} /> : null}
      {isScored ? <ScoreDimensions score={score} /> : null}
      {isScored ? <ScoreMoves score={score} /> : null}
      <ScoreUnknown score={score} offersConsent={offersConsent} />
      <ScoreLines score={score} />
    </div>
  );
}
