import { defineText } from '~/text/define.ts';

/** The public page that explains the card. */
export const rulesText = defineText({
  'rules.title': { 'zh-CN': '评分规则', en: 'How scoring works' },
  'rules.lede': {
    'zh-CN': '整张评分卡在此公开：看什么、每一档多少分、怎样定等级。没有隐藏的规则。',
    en: 'The whole card is published here: what is read, what each bin earns, how the grade follows. There are no hidden rules.',
  },
  'rules.principles': { 'zh-CN': '五条原则', en: 'Five principles' },
  'rules.p1': { 'zh-CN': '未知不等于零', en: 'The unknown is not zero' },
  'rules.p1-body': {
    'zh-CN': (neutral: string) =>
      `查不到的信息按该项满分的 ${neutral} 计中性分，既不加分也不减分，不会单独造成 D 级。`,
    en: (neutral: string) =>
      `What is not known earns ${neutral} of its points: it neither raises nor lowers, and alone never makes a D.`,
  },
  'rules.p2': { 'zh-CN': '信息太少就不评', en: 'Too little known, no score' },
  'rules.p2-body': {
    'zh-CN': (floor: string) => `已知权重不足 ${floor} 时显示“信息不足”，不给等级。`,
    en: (floor: string) => `With less than ${floor} of the weight known we say so and give no grade.`,
  },
  'rules.p3': { 'zh-CN': '授权才看非公开数据', en: 'Non-public data only by consent' },
  'rules.p3-body': {
    'zh-CN': '公开评分只用公开数据；企业签署评价授权后才有完整评分，撤回即恢复。',
    en: 'The public score reads public data only. A full score exists only while the firm consents to it.',
  },
  'rules.p4': { 'zh-CN': '每一分都能追到记录', en: 'Every point leads to a record' },
  'rules.p4-body': {
    'zh-CN': '每项得分都列出规则、记录、来源单位和日期；记录修复后不再使用。',
    en: 'Each line names the rule, the record, its source and date. A repaired record is no longer used.',
  },
  'rules.p5': { 'zh-CN': '原因具体、可改进', en: 'Reasons you can act on' },
  'rules.p5-body': {
    'zh-CN': '最多给出四条原因，每条都有办法；“分数太低”不是原因。',
    en: 'At most four reasons, each with a remedy. A low score by itself is no reason.',
  },
  'rules.grades': { 'zh-CN': '等级', en: 'Grades' },
  'rules.grades-lede': {
    'zh-CN': '满分 1000 分，等级只由得分决定；下列三种情形一票否决。',
    en: 'Of 1000 points. The grade follows from the points alone, except for three vetoes.',
  },
  'rules.grade': { 'zh-CN': '等级', en: 'Grade' },
  'rules.from': { 'zh-CN': '得分', en: 'Points' },
  'rules.meaning': { 'zh-CN': '含义', en: 'Meaning' },
  'rules.range': {
    'zh-CN': (from: string, to: string) => `${from} 至不足 ${to}`,
    en: (from: string, to: string) => `${from} to below ${to}`,
  },
  'rules.top': { 'zh-CN': (from: string) => `${from} 及以上`, en: (from: string) => `${from} and above` },
  'rules.vetoes': { 'zh-CN': '一票否决', en: 'Vetoes' },
  'rules.vetoes-lede': {
    'zh-CN': '等级为 D 并引用记录；记录移出、修复或撤销后自动解除。',
    en: 'The grade is D, the record is quoted, and the veto lifts by itself once the record is gone.',
  },
  'rules.weights': { 'zh-CN': '五个维度的分值', en: 'The five dimensions' },
  'rules.weights-what': {
    'zh-CN': '合计 1000 分。',
    en: 'They add up to 1000 points.',
  },
  'rules.share': {
    'zh-CN': (points: string, share: string) => `${points} 分（${share}）`,
    en: (points: string, share: string) => `${points} points (${share})`,
  },
  'rules.indicator': { 'zh-CN': '指标', en: 'Indicator' },
  'rules.bins': { 'zh-CN': '档位与得分', en: 'Bins and points' },
  'rules.max': { 'zh-CN': '满分', en: 'At most' },
  'rules.reads': { 'zh-CN': '取自', en: 'Read from' },
  'rules.needs-consent': { 'zh-CN': '需授权', en: 'by consent' },
  'rules.unknown': { 'zh-CN': '未知', en: 'unknown' },
  'rules.time': { 'zh-CN': '日期与时效', en: 'Dates and freshness' },
  'rules.time-body': {
    'zh-CN':
      '“近 N 个月”从评价日往前数，含评价日。只有年月的日期按该期第一天计；来源没有给日期的，从入库日起算。负面记录超过法定使用年限不再使用。某类数据超过更新周期 90 天仍未更新即为过期：不能再据此认定“没有记录”，按月的指标转为未知，已发生的记录仍然计入。',
    en: 'A window of N months ends with the day of evaluation. A date that is only a month or year counts from its first day; a record without a date counts from the day we learnt it. Negative records are dropped after their lawful years. An item delivered more than 90 days late has expired: it can no longer show that there is no record, and its monthly measures become unknown; what has happened still counts.',
  },
  'rules.seal': { 'zh-CN': '版本与签章', en: 'Version and seal' },
  'rules.version': { 'zh-CN': '评分卡版本', en: 'Version of the card' },
  'rules.published': { 'zh-CN': '发布时间', en: 'Published' },
  'rules.hash': { 'zh-CN': '内容指纹（SHA-256）', en: 'Fingerprint (SHA-256)' },
  'rules.disclaimer': {
    'zh-CN': '本评分为本平台自有方案，不代表国家“信易贷”等级，也不是贷款承诺。',
    en: 'This score is the platform’s own scheme. It is not the national rating and no promise of a loan.',
  },
});
