import type { Gap } from '~/domain/feature/definition.ts';
import type { LineView, ScoreView } from '~/domain/score/score-view.ts';
import type { Reason } from '~/domain/score/sheet.ts';
import { defineText, type Locale, type TextTable, translate } from '~/text/define.ts';
import { featureNames } from '~/text/feature.ts';
import { showFeatureValue } from '~/text/feature-value.ts';
import { showPoints, showPpm } from '~/text/format.ts';
import { vetoFixes, vetoText } from '~/text/score.ts';
import { fixText } from '~/text/score-fix.ts';

const words = defineText({
  'reason.veto': {
    'zh-CN': (what: string) => `${what}，等级直接为 D；记录移出或修复后自动解除`,
    en: (what: string) => `${what}: the grade is D, and lifts by itself once the record is gone`,
  },
  'reason.lost': {
    'zh-CN': (name: string, value: string, points: string) => `${name}：${value}（少得 ${points} 分）`,
    en: (name: string, value: string, points: string) => `${name}: ${value} (${points} points not earned)`,
  },
  'reason.withheld': {
    'zh-CN': (name: string, points: string) => `${name}（少得 ${points} 分）`,
    en: (name: string, points: string) => `${name} (${points} points not earned)`,
  },
  'reason.unknown.not-consented': {
    'zh-CN': (share: string) => `${share} 的权重来自尚未授权的记录`,
    en: (share: string) => `${share} of the weight lies in records not yet opened`,
  },
  'reason.unknown.not-identified': {
    'zh-CN': (share: string) => `登记部门尚未确认本企业，${share} 的权重暂时未知`,
    en: (share: string) => `The register has not confirmed the firm yet; ${share} of the weight is unknown`,
  },
  'reason.unknown.expired': {
    'zh-CN': (share: string) => `${share} 的权重对应的数据已过期`,
    en: (share: string) => `The data for ${share} of the weight have expired`,
  },
  'reason.unknown.not-supplied': {
    'zh-CN': (share: string) => `${share} 的权重对应的数据尚未由部门提供`,
    en: (share: string) => `Departments have not supplied the data for ${share} of the weight yet`,
  },
  'reason.unknown.no-record': {
    'zh-CN': (share: string) => `${share} 的权重没有记录可依`,
    en: (share: string) => `There are no records for ${share} of the weight`,
  },
  'fix.unknown.not-consented': {
    'zh-CN': '签署评价授权后立即计入，可随时撤回。',
    en: 'Give the evaluation consent and they count at once; it can be withdrawn at any time.',
  },
  'fix.unknown.not-identified': {
    'zh-CN': '请核对登记的统一社会信用代码；登记机关报送本企业登记信息后自动补全。',
    en: 'Check the credit code you registered; this fills in once the register delivers your record.',
  },
  'fix.unknown.expired': {
    'zh-CN': '数据单位更新后自动计入，无需操作。',
    en: 'It counts again by itself once the department delivers; there is nothing to do.',
  },
  'fix.unknown.not-supplied': {
    'zh-CN': '部门提供后自动计入，无需操作。',
    en: 'It counts by itself once the departments supply them; there is nothing to do.',
  },
  'fix.unknown.no-record': {
    'zh-CN': '有记录后自动计入，例如报送年报或按月参保。',
    en: 'It counts once there are records, such as an annual report or monthly insurance.',
  },
});

/** What is said when no cause in particular is known. */
const otherwise = { 'unknown-amount': 'no-record', 'too-few-months': 'no-record' } as const;
type Worded = Exclude<Gap, keyof typeof otherwise>;
const worded = (gap: Gap): Worded => (gap in otherwise ? 'no-record' : (gap as Worded));

export type WordedReason = { readonly what: string; readonly fix: string };

/** A reason in words: what it is, with its figures, and what to do about it (domain.md row D4). */
export function wordReason(
  reason: Reason,
  score: Pick<ScoreView, 'lines' | 'unknown'>,
  locale: Locale,
): WordedReason {
  const t = translate(words, locale);
  if (reason.kind === 'veto')
    return {
      what: t('reason.veto', translate(vetoText, locale)(reason.code)),
      fix: translate(vetoFixes, locale)(reason.code),
    };
  if (reason.kind === 'unknown') {
    const share = score.unknown.find(({ gap }) => gap === reason.gap)?.ppm ?? 0;
    const gap = worded(reason.gap);
    return { what: t(`reason.unknown.${gap}`, showPpm(share, locale, 0)), fix: t(`fix.unknown.${gap}`) };
  }
  const line = score.lines.find(({ feature }) => feature === reason.feature);
  if (!line) return { what: featureName(reason.feature, locale), fix: '' };
  const points = showPoints(line.max - line.points);
  const name = featureName(line.feature, locale);
  const what =
    line.value === null
      ? t('reason.withheld', name, points)
      : t('reason.lost', name, showFeatureValue(line, line.value, locale), points);
  return { what, fix: line.fix ? fixSentence(line.fix, locale) : '' };
}

/** The name of a feature of any card, also of one that is gone. */
export const featureName = (code: string, locale: Locale): string =>
  code in featureNames ? translate(featureNames as TextTable, locale)(code) : code;

/** The name of a characteristic: a feature, or the two of a pair (`a*b`). */
export const characteristicName = (code: string, locale: Locale): string =>
  code
    .split('*')
    .map((each) => featureName(each, locale))
    .join(' × ');

export const fixSentence = (code: string, locale: Locale): string =>
  translate(fixText as TextTable, locale)(code);

/** A line as `name: value`, or the name alone where the value is unknown or withheld. */
export const wordLine = (line: LineView, locale: Locale): string =>
  line.value === null
    ? featureName(line.feature, locale)
    : `${featureName(line.feature, locale)}${locale === 'en' ? ': ' : '：'}${showFeatureValue(line, line.value, locale)}`;
