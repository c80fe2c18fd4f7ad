import type { Named } from '~/domain/catalogue/item.ts';
import type { ReportScore } from '~/domain/report/report.ts';
import type { LineView, ScoreView } from '~/domain/score/score-view.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showFeatureValue } from '~/text/feature-value.ts';
import { vetoText } from '~/text/score.ts';
import { featureName, wordReason } from '~/text/score-reason.ts';

const both = (word: (locale: Locale) => string): Named => ({ zh: word('zh-CN'), en: word('en') });

/** A sheet as a report quotes it: figures as they are, reasons and values in the words of both languages. */
export function wordScore(score: ScoreView): ReportScore {
  const { veto } = score;
  const worded = (['zh-CN', 'en'] as const).map((locale) =>
    score.reasons.map((reason) => wordReason(reason, score, locale)),
  );
  const [zh = [], en = []] = worded;
  return {
    sheetId: score.sheetId,
    scope: score.scope,
    cardVersion: score.cardVersion,
    asOf: score.asOf,
    madeAt: score.madeAt,
    milliPoints: score.milliPoints,
    grade: score.grade,
    coveragePpm: score.coveragePpm,
    veto: veto && both((locale) => translate(vetoText, locale)(veto.code)),
    dimensions: score.dimensions.map((d) => ({ ...d })),
    reasons: zh.map((reason, i) => ({
      what: { zh: reason.what, en: en[i]?.what ?? '' },
      fix: { zh: reason.fix, en: en[i]?.fix ?? '' },
    })),
    lines: score.lines.map(wordOne),
  };
}

const wordOne = (line: LineView): ReportScore['lines'][number] => {
  const { feature, dimension, value, points, max, neutral } = line;
  return {
    feature,
    dimension,
    points,
    max,
    neutral,
    name: both((locale) => featureName(feature, locale)),
    value: value === null ? null : both((locale) => showFeatureValue(line, value, locale)),
  };
};
