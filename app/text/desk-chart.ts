import { defineText } from '~/text/define.ts';

/** The charts of the funded-firm desk and of the statistics. */
export const deskChartText = defineText({
  'chart.region': { 'zh-CN': '地级市', en: 'Prefecture' },
  'chart.region-about': {
    'zh-CN': '按企业住所统计的存续贷款。点击方块查看名单。',
    en: 'Live loans by the seat of the firm. Click a tile for the list.',
  },
  'chart.loans': {
    'zh-CN': (n: number) => `${n} 笔`,
    en: (n: number) => (n === 1 ? '1 loan' : `${n} loans`),
  },
  'chart.loans-head': { 'zh-CN': '存续贷款（笔）', en: 'Live loans' },
  'chart.red': { 'zh-CN': '红色预警', en: 'Red' },
  'chart.orange': { 'zh-CN': '橙色预警', en: 'Orange' },
  'chart.nowhere': { 'zh-CN': '地区不明', en: 'No region' },
  'chart.no-industry': { 'zh-CN': '行业不明', en: 'No industry' },
  'chart.industry': { 'zh-CN': '行业门类', en: 'Industry section' },
  'chart.severity': { 'zh-CN': '级别', en: 'Severity' },
  'chart.month': { 'zh-CN': '月份', en: 'Month' },
  'chart.trend-about': {
    'zh-CN': '近六个月发出的全部预警条数（不随筛选变化），按级别分色。',
    en: 'All alerts raised in the last six months, whatever the filter, by severity.',
  },
  'chart.trend-records': {
    'zh-CN': '近十二个月发出的全部预警，点击数字查看',
    en: 'All alerts raised in the last twelve months: open a figure to see them',
  },
  'chart.statistics': {
    'zh-CN': '在贷企业：行业与地区',
    en: 'Firms with a live loan, by industry and prefecture',
  },
  'chart.total': { 'zh-CN': '合计', en: 'Total' },
  'chart.hidden': { 'zh-CN': '—', en: '—' },
  'chart.hidden-about': {
    'zh-CN': '“—”表示不足五户，或会由此推算出不足五户的数字，不予显示。',
    en: '“—” stands for fewer than five firms, or for a figure from which they could be worked out.',
  },
  'chart.step-firms': {
    'zh-CN': (step: string) => `“${step}”的企业`,
    en: (step: string) => `Firms behind “${step}”`,
  },
  'chart.no-firms': { 'zh-CN': '没有企业走到这一步', en: 'No firm has reached this step' },
});
