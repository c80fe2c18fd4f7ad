import { defineText } from '~/text/define.ts';

/** The chapters of the model document that its page has no words for. */
export const modelDocumentText = defineText({
  'document.back-test': { 'zh-CN': '回测', en: 'Back-test' },
  'document.back-test-none': {
    'zh-CN': '尚无回测：可判定的自有贷款太少，也没有检验样本。',
    en: 'None yet: too few own loans can be judged and there were no test rows.',
  },
  'document.source': { 'zh-CN': '样本来源', en: 'Rows of' },
  'document.source.loans': { 'zh-CN': '平台自有贷款', en: 'the platform’s own loans' },
  'document.source.study': { 'zh-CN': '联合建模的检验样本', en: 'the test rows of the joint study' },
  'document.source.training': { 'zh-CN': '训练的检验样本', en: 'the test rows of the training' },
  'document.shadow': { 'zh-CN': '影子对照', en: 'Comparison in the shadow' },
  'document.shadow-none': {
    'zh-CN': '没有作为挑战者运行过。',
    en: 'It never ran as a challenger.',
  },
  'document.shadow-days': {
    'zh-CN': (from: string, to: string, days: number) =>
      `${from} 至 ${to}，运行 ${days} 天；以下为最近的日子。`,
    en: (from: string, to: string, days: number) =>
      `${from} to ${to}, on ${days} ${days === 1 ? 'day' : 'days'}; these are the last of them.`,
  },
  'document.fifths': { 'zh-CN': '五等份对照（企业数）', en: 'Fifths held against each other (firms)' },
  'document.thresholds': { 'zh-CN': '监测阈值', en: 'Thresholds' },
  'document.figure': { 'zh-CN': '指标', en: 'Figure' },
  'document.watch': { 'zh-CN': '关注', en: 'Watch' },
  'document.act': { 'zh-CN': '处置', en: 'Act' },
  'document.from': { 'zh-CN': (limit: string) => `≥ ${limit}`, en: (limit: string) => `≥ ${limit}` },
  'document.above': { 'zh-CN': (limit: string) => `> ${limit}`, en: (limit: string) => `> ${limit}` },
  'document.below': { 'zh-CN': (limit: string) => `< ${limit}`, en: (limit: string) => `< ${limit}` },
  'document.calibration-limit': {
    'zh-CN': '低于 95% 区间',
    en: 'below 95 of 100 cases',
  },
  'document.calibration-act': {
    'zh-CN': '高于 95% 区间',
    en: 'above 95 of 100 cases',
  },
  'document.least': {
    'zh-CN': (loans: string, bads: string) =>
      `可判定贷款不足 ${loans} 笔或坏样本不足 ${bads} 笔时，不计算 AUC 与 KS。`,
    en: (loans: string, bads: string) =>
      `AUC and KS are not said of fewer than ${loans} loans or ${bads} bad ones.`,
  },
  'document.limits': { 'zh-CN': '使用限制', en: 'Limits of use' },
  'document.limit.rule': {
    'zh-CN': '规则卡由专家设定，只给出评分和等级，不表示违约概率。',
    en: 'The rule card is set by judgement: it gives points and a grade and says no chance of default.',
  },
  'document.limit.statistical': {
    'zh-CN': '统计卡给出的是估计，不用于定级，也不得单独作为拒绝融资的依据。',
    en: 'The statistical card gives an estimate: it grades nobody and must not alone be a reason to refuse.',
  },
  'document.limit.label': {
    'zh-CN': (label: string, rows: string, bads: string) =>
      `所示概率以开发样本的坏样本定义（${label}）为准，样本 ${rows} 行、坏 ${bads} 行；与样本不同的企业、行业或时期须先回测。`,
    en: (label: string, rows: string, bads: string) =>
      `The chance it says is of bad as its rows define it (${label}; ${rows} rows, ${bads} bad); firms, industries or times unlike them need a back-test first.`,
  },
  'document.limit.public': {
    'zh-CN': '只读取公共信用记录；未知按卡中的未知档计，不视为不良。',
    en: 'It reads public credit records only; what is unknown counts by the bin of the unknown and is no bad mark.',
  },
  'document.limit.role.candidate': {
    'zh-CN': '当前为候选：未经复核，不得使用。',
    en: 'A candidate now: not to be used before a second person approves.',
  },
  'document.limit.role.challenger': {
    'zh-CN': '当前为挑战者：只存档对照，不影响任何企业的评分和等级。',
    en: 'A challenger now: its points are stored and compared and touch no firm’s score or grade.',
  },
  'document.limit.role.champion': {
    'zh-CN': '当前为冠军：任一指标到“处置”，须复核后方可继续使用。',
    en: 'The champion now: once a figure stands at “act” it has to be reviewed before it is used further.',
  },
  'document.limit.role.retired': { 'zh-CN': '已退役：不得再用。', en: 'Retired: not to be used any more.' },
  'document.limit.groups': {
    'zh-CN': (least: number, ratio: string) =>
      `不足 ${least} 家（笔）的组和分段不予显示；达标比例低于最高组 ${ratio} 的组须说明理由。`,
    en: (least: number, ratio: string) =>
      `Groups and bands of fewer than ${least} are hidden; a group below ${ratio} of the best calls for reasons.`,
  },
});
