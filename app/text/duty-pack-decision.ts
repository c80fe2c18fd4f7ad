import { defineText } from '~/text/define.ts';

/** The part of the duty pack on what was known when the bank decided. */
export const decisionPackText = defineText({
  'decision.title': { 'zh-CN': '授信决定当日已知的情况', en: 'What was known on the day of the decision' },
  'decision.none': {
    'zh-CN': '这笔贷款不是经平台申请发放，平台没有决定当日的记录。',
    en: 'The loan did not come from an application here: the platform has no record of that day.',
  },
  'decision.offer': {
    'zh-CN': (amount: string, months: number, rate: string) =>
      `授信方案：${amount}，${months} 个月，年利率 ${rate}`,
    en: (amount: string, months: number, rate: string) =>
      `Terms: ${amount}, ${months} months, ${rate} a year`,
  },
  'decision.at': { 'zh-CN': '时间', en: 'At' },
  'decision.step': { 'zh-CN': '步骤', en: 'Step' },
  'decision.by': { 'zh-CN': '办理人', en: 'By' },
  'decision.signed': { 'zh-CN': '签名', en: 'Signature' },
  'decision.by-bank': { 'zh-CN': '银行自有密钥', en: 'the bank’s own key' },
  'decision.by-platform': { 'zh-CN': '平台密钥', en: 'the platform’s key' },
  'decision.unsigned': { 'zh-CN': '—', en: '—' },
  'decision.no-step': { 'zh-CN': '当日没有步骤', en: 'No step by then' },
  'decision.shut': {
    'zh-CN': (why: string) => `企业数据现在不能向本行展示：${why}`,
    en: (why: string) => `The firm’s data cannot be shown to the bank now: ${why}`,
  },
  'decision.score': {
    'zh-CN': (points: string, grade: string, coverage: string, card: string) =>
      `评分 ${points} 分，等级 ${grade}，覆盖率 ${coverage}，评分卡 ${card}`,
    en: (points: string, grade: string, coverage: string, card: string) =>
      `Score ${points}, grade ${grade}, coverage ${coverage}, card ${card}`,
  },
  'decision.no-score': {
    'zh-CN': '当日没有评分，或信息不足',
    en: 'No score that day, or information insufficient',
  },
  'decision.conditions': {
    'zh-CN': (version: number, pass: number, fail: number, unknown: number) =>
      `产品第 ${version} 版准入条件：符合 ${pass} 项，不符合 ${fail} 项，待核实 ${unknown} 项`,
    en: (version: number, pass: number, fail: number, unknown: number) =>
      `Conditions of version ${version} of the product: ${pass} passed, ${fail} failed, ${unknown} unknown`,
  },
  'decision.no-conditions': {
    'zh-CN': '当日的产品条件没有留存，或授权未开放',
    en: 'The conditions of that day were not kept, or are not opened by the consent',
  },
  'decision.records': {
    'zh-CN': (records: number, documents: number) => `已知记录 ${records} 条，申请材料 ${documents} 份`,
    en: (records: number, documents: number) => `${records} records known, ${documents} documents attached`,
  },
  'decision.item': { 'zh-CN': '记录', en: 'Record' },
  'decision.count': { 'zh-CN': '条数（最近一百条内）', en: 'Number (of the latest hundred)' },
  'decision.learnt': { 'zh-CN': '最近获知', en: 'Last learnt' },
  'decision.no-record': { 'zh-CN': '当日没有记录', en: 'No record that day' },
  'decision.of-today': {
    'zh-CN': '已修复、已撤销的记录不在其中；登记信息和申报数据为生成当日的内容。',
    en: 'Without records that were repaired or revoked since; registration and declared figures are those of the day of making.',
  },
});
