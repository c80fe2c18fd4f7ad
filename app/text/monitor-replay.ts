import { defineText } from '~/text/define.ts';

const share = (value: number): string => `${(value * 100).toFixed(1)}%`;
type Months = {
  from: string;
  months: number;
  rows: string;
  auc: number;
  precisionAt5: number;
  baseRate: number;
};
const lead = (zh: string, en: string) => ({
  'zh-CN': (loans: string, middle: string, tenth: string) =>
    `${zh}预警：${loans} 笔，核销前中位 ${middle} 天（九成不少于 ${tenth} 天）`,
  en: (loans: string, middle: string, tenth: string) =>
    `${en} alert: ${loans} loans, at the middle ${middle} days before the charge-off (nine in ten at least ${tenth})`,
});
const leads = {
  'monitor.lead.yellow': lead('黄色', 'Yellow'),
  'monitor.lead.orange': lead('橙色', 'Orange'),
  'monitor.lead.red': lead('红色', 'Red'),
} as const;
type Found = { tested: string; auc: number; ks: number; precision: number; base: number };

/** The command `monitor`: what it does and what it says. */
export const monitorText = defineText({
  'monitor.summary': {
    'zh-CN': '用真实数据检验贷后预警：哪些企业会被提前发现',
    en: 'Replay real data through the monitoring: which firms are found in time',
  },
  'monitor.what': { 'zh-CN': '要做的事：replay（回放）', en: 'What to do: replay' },
  'monitor.dataset': { 'zh-CN': '数据集', en: 'The data set' },
  'monitor.dir': { 'zh-CN': '数据所在的文件夹', en: 'The folder with its files' },
  'monitor.repeats': {
    'zh-CN': '另作多少次加盐划分（默认 0）',
    en: 'How many salted splits beside the plain one (0 by default)',
  },
  'monitor.training': { 'zh-CN': '训练', en: 'Training' },
  'monitor.replaying': { 'zh-CN': '回放', en: 'Replaying' },
  'monitor.firms': {
    'zh-CN': (firms: string, bad: string, seconds: string) =>
      `${firms} 家企业，其中 ${bad} 家后来出险；用时 ${seconds} 秒。`,
    en: (firms: string, bad: string, seconds: string) =>
      `${firms} firms, ${bad} of them went bad later; ${seconds} s.`,
  },
  'monitor.ranked': {
    'zh-CN': ({ tested, auc, ks, precision, base }: Found) =>
      `预警分在未参与训练的 ${tested} 家企业上：AUC ${auc.toFixed(4)}，KS ${ks.toFixed(4)}；预警 5% 时命中 ${share(precision)}（随机预警 ${share(base)}）。`,
    en: ({ tested, auc, ks, precision, base }: Found) =>
      `The early-warning score on ${tested} firms it was not trained on: AUC ${auc.toFixed(4)}, KS ${ks.toFixed(4)}; of 5 % alerted ${share(precision)} were bad (a blind alert: ${share(base)}).`,
  },
  'monitor.repeated': {
    'zh-CN': (repeats: number, mean: string, sd: string) => `${repeats} 次划分：AUC ${mean} ± ${sd}`,
    en: (repeats: number, mean: string, sd: string) => `${repeats} splits: AUC ${mean} ± ${sd}`,
  },
  'monitor.narrow': {
    'zh-CN': (auc: number, precision: number) =>
      `只用税务与舆情：AUC ${auc.toFixed(4)}，预警 5% 时命中 ${share(precision)}`,
    en: (auc: number, precision: number) =>
      `With tax and news alone: AUC ${auc.toFixed(4)}, of 5 % alerted ${share(precision)} were bad`,
  },
  'monitor.loans': {
    'zh-CN': (loans: string, lost: string, seconds: string) =>
      `${loans} 笔贷款，其中 ${lost} 笔核销；用时 ${seconds} 秒。`,
    en: (loans: string, lost: string, seconds: string) =>
      `${loans} loans, ${lost} of them charged off; ${seconds} s.`,
  },
  'monitor.inferred': {
    'zh-CN': (loans: string) =>
      `默认规则：${loans} 笔核销贷款可由核销本金推出还款到哪一期为止；其余（循环额度等）无从推断，不计。`,
    en: (loans: string) =>
      `Default rules: of ${loans} charged-off loans the principal tells when repayment stopped; the others (revolving ones, say) tell nothing and are left out.`,
  },
  ...leads,
  'monitor.months': {
    'zh-CN': (s: Months) =>
      `预警分（不看逾期，每年用此前三年重新训练）自 ${s.from} 起 ${s.months} 个月、${s.rows} 个贷款月：AUC ${s.auc.toFixed(4)}；每月预警 5%，一年内核销的占 ${share(s.precisionAt5)}（随机预警 ${share(s.baseRate)}）。`,
    en: (s: Months) =>
      `The early-warning score (no arrears, trained anew each year on the three years before) over the ${s.months} months from ${s.from}, ${s.rows} loan-months: AUC ${s.auc.toFixed(4)}; of the 5 % alerted each month ${share(s.precisionAt5)} were lost within a year (a blind alert: ${share(s.baseRate)}).`,
  },
  'monitor.caught': {
    'zh-CN': (caught: string, lost: string, days: string) =>
      `${lost} 笔其后核销的贷款中，${caught} 笔事先进入过 5%，提前天数中位数 ${days}。`,
    en: (caught: string, lost: string, days: string) =>
      `Of ${lost} loans lost later ${caught} had been among the 5 % before, at the middle ${days} days ahead.`,
  },
});

/** Why a replay of monitoring does not begin. */
export const monitorRefusals = defineText({
  'monitor.folder-unreadable': {
    'zh-CN': ({ folder }: { folder: string }) => `无法读取文件夹 ${folder}。请检查路径。`,
    en: ({ folder }: { folder: string }) => `The folder ${folder} cannot be read. Check the path.`,
  },
  'monitor.file-missing': {
    'zh-CN': ({ folder, file }: { folder: string; file: string }) =>
      `${folder} 中没有 ${file}。请补齐后重试。`,
    en: ({ folder, file }: { folder: string; file: string }) =>
      `There is no ${file} in ${folder}. Add it and try again.`,
  },
  'monitor.columns-missing': {
    'zh-CN': ({ file, columns }: { file: string; columns: readonly string[] }) =>
      `${file} 缺少列：${columns.join('、')}。请补齐后重试。`,
    en: ({ file, columns }: { file: string; columns: readonly string[] }) =>
      `${file} lacks the columns ${columns.join(', ')}. Add them and try again.`,
  },
  'monitor.too-few-losses': {
    'zh-CN': '核销的贷款太少或太集中，无法先训练、后检验。请使用更长时期的数据。',
    en: 'Too few loans were charged off, or all at one time, to train first and test later. Use data of a longer time.',
  },
});
