import { defineText } from '~/text/define.ts';

/** Monitoring of a card: the sentences of its charts, on the page and in the model document. */
export const modellingChartText = defineText({
  'chart.auc-what': {
    'zh-CN': (watch: string, act: string) => `区分好坏的能力，按月：低于 ${watch} 关注，低于 ${act} 处置。`,
    en: (watch: string, act: string) =>
      `How well the card tells good from bad, by month: below ${watch} watch, below ${act} act.`,
  },
  'chart.ks-what': {
    'zh-CN': (watch: string, act: string) =>
      `好坏分布的最大差距，按月：低于 ${watch} 关注，低于 ${act} 处置。`,
    en: (watch: string, act: string) =>
      `The widest gap between good and bad, by month: below ${watch} watch, below ${act} act.`,
  },
  'chart.ranking-none': {
    'zh-CN': 'AUC 与 KS：各月可判定的贷款都太少，暂不计算。',
    en: 'AUC and KS: every month has too few loans that can be judged.',
  },
  'chart.csi-what': {
    'zh-CN': (watch: string, act: string) =>
      `与首月相比，各特征分布的变化，阈值同 PSI：低于 ${watch} 稳定，高于 ${act} 需处置。`,
    en: (watch: string, act: string) =>
      `How far each characteristic moved from the first month, with the thresholds of PSI: below ${watch} stable, above ${act} act.`,
  },
  'chart.csi-rest': {
    'zh-CN': (n: number) => `其余 ${n} 项特征`,
    en: (n: number) => (n === 1 ? 'The other characteristic' : `The other ${n} characteristics`),
  },
  'chart.calibration-what': {
    'zh-CN': '深色段为评分卡所示坏账率的 95% 区间，竖线为所示值，圆点为实际值；圆点越过右端需处置。',
    en: 'The dark stretch holds 95 of 100 cases if the card is right, the stroke is what it says, the dot what was seen; a dot beyond the right end calls for action.',
  },
  'chart.limits': { 'zh-CN': '区间', en: 'Limits' },
  'chart.light': { 'zh-CN': '状态', en: 'State' },
  'chart.seen-said': {
    'zh-CN': (seen: string, said: string) => `实际 ${seen} · 所示 ${said}`,
    en: (seen: string, said: string) => `seen ${seen} · said ${said}`,
  },
});
