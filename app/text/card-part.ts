import type { AxisView, CardPartView } from '~/domain/score/card-part.ts';
import { defineText, type Locale, translate } from '~/text/define.ts';
import { showBin, showFeatureValue } from '~/text/feature-value.ts';
import { featureName } from '~/text/score-reason.ts';

/** A score taken apart, on the firm's page, the model desk and the command line. */
export const cardPartText = defineText({
  'part.title': { 'zh-CN': '统计分的构成', en: 'What makes up these points' },
  'part.about': {
    'zh-CN': (neutral: string) =>
      `平均水平为 ${neutral} 分，各项在此基础上加减，合计即为得分。影响大的在前；两项组合是对单项的修正。`,
    en: (neutral: string) =>
      `An average firm has ${neutral} points; each item adds or takes away from that, and together they are the score. What moved it most comes first; a pair corrects what its items say alone.`,
  },
  'part.about-rule': {
    'zh-CN': (neutral: string) => `各项全部未知时为 ${neutral} 分，各项在此基础上加减，合计即为得分。`,
    en: (neutral: string) =>
      `With nothing known it is ${neutral} points; each item adds or takes away from that, and together they are the score.`,
  },
  'part.rest': {
    'zh-CN': (n: number) => `其余 ${n} 项`,
    en: (n: number) => (n === 1 ? 'The other item' : `The other ${n} items`),
  },
  'part.unknown': { 'zh-CN': '未知', en: 'unknown' },
  'part.withheld': { 'zh-CN': '不显示', en: 'not shown' },
  'part.special': {
    'zh-CN': (value: string) => `恰为 ${value}`,
    en: (value: string) => `exactly ${value}`,
  },
  'part.others': { 'zh-CN': '其他', en: 'any other' },
  'part.any': { 'zh-CN': '任何已知值', en: 'any known value' },
  'part.bin': {
    'zh-CN': (name: string, bin: string) => `${name}，档位：${bin}`,
    en: (name: string, bin: string) => `${name}, bin: ${bin}`,
  },
  'part.points': { 'zh-CN': (points: string) => `${points} 分`, en: (points: string) => `${points} points` },
  'part.cli': {
    'zh-CN': (what: string, bin: string, points: string) => `  ${what}（档位：${bin}）${points} 分`,
    en: (what: string, bin: string, points: string) => `  ${what} (bin: ${bin}) ${points} points`,
  },
  'part.cli-base': {
    'zh-CN': (points: string) => `  起点 ${points} 分，各项加减如下：`,
    en: (points: string) => `  From ${points} points, each item adds or takes away:`,
  },
});

/** `Penalties`, or `A ÷ B` of a ratio. */
export const axisName = ({ features }: Pick<AxisView, 'features'>, locale: Locale): string =>
  features.map((code) => featureName(code, locale)).join(' ÷ ');

const measured = ({ features, unit }: AxisView) => ({
  feature: features[0] ?? '',
  unit,
  isShare: features.length > 1,
});

/** The value in words; `unknown` and `not shown` where there is none. */
export function axisValue(axis: AxisView, locale: Locale): string {
  const t = translate(cardPartText, locale);
  if (axis.held === null) return t('part.withheld');
  return axis.value === null ? t('part.unknown') : showFeatureValue(measured(axis), axis.value, locale);
}

/** The bin in words: its range, its one value, the unknown. */
export function axisBin(axis: AxisView, locale: Locale): string {
  const t = translate(cardPartText, locale);
  const { held } = axis;
  if (held === null) return t('part.withheld');
  if (held.kind === 'missing') return t('part.unknown');
  if (held.kind === 'special') return t('part.special', showFeatureValue(measured(axis), held.value, locale));
  if (held.kind === 'levels') return [...held.levels, ...(held.others ? [t('part.others')] : [])].join(' / ');
  if (held.from === null && held.next === null) return t('part.any');
  return showBin(measured(axis), held, held.next === null ? undefined : { from: held.next }, locale);
}

/** A part as `name: value`, a pair with ×. */
export const wordPart = ({ axes }: Pick<CardPartView, 'axes'>, locale: Locale): string =>
  axes
    .map((axis) => `${axisName(axis, locale)}${locale === 'en' ? ': ' : '：'}${axisValue(axis, locale)}`)
    .join(' × ');

/** The bin of a part, a pair with ×. */
export const partBin = ({ axes }: Pick<CardPartView, 'axes'>, locale: Locale): string =>
  axes.map((axis) => axisBin(axis, locale)).join(' × ');
