import { defineText } from '~/text/define.ts';

/** The library of signals: its list, the page of a signal, its drafts and their back-tests. */
export const signalLibraryText = defineText({
  'signals.title': { 'zh-CN': '预警信号库', en: 'Signal library' },
  'signals.lede': {
    'zh-CN':
      '贷后监测用的全部信号：看哪些信息项、到什么程度报警、几天内处置。改动由一人起草、回测，另一人发布。',
    en: 'Every signal that watches funded firms: what it looks at, what raises it, and how long the officer has. One person drafts and back-tests a change, another publishes it.',
  },
  'signals.count': {
    'zh-CN': (all: number, active: number) => `共 ${all} 个信号，启用 ${active} 个`,
    en: (all: number, active: number) => `${all} signals, ${active} of them evaluated`,
  },
  'signals.drafts': { 'zh-CN': '待发布的草案', en: 'Drafts that wait' },
  'signals.draft-of': {
    'zh-CN': (name: string, version: number) => `${name}，第 ${version} 版草案`,
    en: (name: string, version: number) => `${name}, draft of version ${version}`,
  },
  'signals.family': { 'zh-CN': '类别', en: 'Family' },
  'signals.all': { 'zh-CN': '全部', en: 'All' },
  'signals.active': { 'zh-CN': '是否启用', en: 'Evaluated' },
  'signals.active.yes': { 'zh-CN': '启用', en: 'Evaluated' },
  'signals.active.no': { 'zh-CN': '未启用', en: 'Not evaluated' },
  'signals.signal': { 'zh-CN': '信号', en: 'Signal' },
  'signals.code': { 'zh-CN': '代码', en: 'Code' },
  'signals.plan': {
    'zh-CN': (numbers: string) => `方案第 ${numbers} 项`,
    en: (numbers: string) => `No. ${numbers} of the plan`,
  },
  'signals.plan-head': { 'zh-CN': '方案编号', en: 'Plan number' },
  'signals.own': { 'zh-CN': '平台增设', en: 'Added by the platform' },
  'signals.items': { 'zh-CN': '来源信息项', en: 'Source items' },
  'signals.categories': {
    'zh-CN': (names: readonly string[]) => `只看：${names.join('、')}`,
    en: (names: readonly string[]) => `Only: ${names.join(', ')}`,
  },
  'signals.loan-itself': { 'zh-CN': '本笔贷款的还款', en: 'The repayments of the loan itself' },
  'signals.no-items': { 'zh-CN': '无', en: 'None' },
  'signals.ladder': { 'zh-CN': '阈值阶梯', en: 'Threshold ladder' },
  'signals.deadline': { 'zh-CN': '处置期限', en: 'Deadline' },
  'signals.working-days': {
    'zh-CN': (days: number) => `${days} 个工作日`,
    en: (days: number) => (days === 1 ? '1 working day' : `${days} working days`),
  },
  'signals.action': { 'zh-CN': '处置要求', en: 'Action' },
  'signals.version': { 'zh-CN': '版本', en: 'Version' },
  'signals.version-no': { 'zh-CN': (n: number) => `第 ${n} 版`, en: (n: number) => `Version ${n}` },
  'signals.since': { 'zh-CN': (day: string) => `自 ${day} 起`, en: (day: string) => `since ${day}` },
  'signals.precision': { 'zh-CN': '近 12 个月准确度', en: 'Right in 12 months' },
  'signals.precision-of': {
    'zh-CN': (right: number, closed: number) => `已办结 ${closed} 件，属实 ${right} 件`,
    en: (right: number, closed: number) => `${right} of ${closed} closed alerts were right`,
  },
  'signals.precision-none': { 'zh-CN': '尚无已办结的预警', en: 'No such alert was closed yet' },
  'signals.opens-alerts': { 'zh-CN': '查看这些预警', en: 'Open these alerts' },
  'signals.none': { 'zh-CN': '没有符合条件的信号', en: 'No signal fits' },
  'signals.csv': { 'zh-CN': '下载 CSV', en: 'Download CSV' },
  'signals.rule': { 'zh-CN': '规则', en: 'Rule' },
  'signals.evidence': { 'zh-CN': '预警里会写', en: 'What an alert says' },
  'signals.evidence-about': {
    'zh-CN': '句子由记录里的数字生成；下面是算例给出的样子。',
    en: 'The sentence is made of the figures of the records; this is how it reads in a worked example.',
  },
  'signals.examples': { 'zh-CN': '算例', en: 'Worked examples' },
  'signals.examples-hold': {
    'zh-CN': (total: number) => `${total} 个算例全部一致`,
    en: (total: number) => (total === 1 ? 'The example holds' : `All ${total} examples hold`),
  },
  'signals.examples-fail': {
    'zh-CN': (failed: number, total: number) => `${total} 个算例中有 ${failed} 个不一致，不能发布`,
    en: (failed: number, total: number) =>
      `${failed} of ${total} examples do not hold, so it cannot be published`,
  },
  'signals.examples-none': { 'zh-CN': '没有算例', en: 'There is no worked example' },
  'signals.example': { 'zh-CN': '情形', en: 'Case' },
  'signals.expected': { 'zh-CN': '应当', en: 'Expected' },
  'signals.actual': { 'zh-CN': '实际', en: 'Found' },
  'signals.outcome': { 'zh-CN': '结果', en: 'Result' },
  'signals.silent': { 'zh-CN': '不预警', en: 'nothing' },
  'signals.holds': { 'zh-CN': '一致', en: 'holds' },
  'signals.differs': { 'zh-CN': '不一致', en: 'differs' },
  'signals.history': { 'zh-CN': '版本记录', en: 'Versions' },
  'signals.basis': { 'zh-CN': '依据', en: 'Source' },
  'signals.unverified': {
    'zh-CN': '平台默认、待核实的部分',
    en: 'Set by the platform, not confirmed in a source',
  },
  'signals.compare': { 'zh-CN': '对比版本', en: 'Compare versions' },
  'signals.firm': { 'zh-CN': '企业', en: 'Firm' },
  'signals.bank': { 'zh-CN': '贷款银行', en: 'Lender' },
  'signals.verdict': { 'zh-CN': '结论', en: 'Verdict' },
  'signals.closed-at': { 'zh-CN': '办结时间', en: 'Closed' },
  'signals.start-draft': { 'zh-CN': '起草新版本', en: 'Draft a version' },
  'signals.open-draft': { 'zh-CN': '打开草案', en: 'Open the draft' },
  'signals.draft': { 'zh-CN': '草案', en: 'Draft' },
  'signals.draft-title': {
    'zh-CN': (name: string, version: number) => `${name}：第 ${version} 版草案`,
    en: (name: string, version: number) => `${name}: draft of version ${version}`,
  },
  'signals.edit': { 'zh-CN': '修改草案', en: 'Edit the draft' },
  'signals.edit-about': {
    'zh-CN':
      '只有起草人能改。信号看哪些信息项由目录决定，不在这里改；更严重的等级必须有更高的阈值、不更长的期限。',
    en: 'Its maker alone changes it. Which items it looks at stays as it is. A graver severity has a higher threshold and no longer deadline.',
  },
  'signals.example-new': { 'zh-CN': '新的算例（不用可留空）', en: 'A new example (may stay empty)' },
  'signals.examples-edit': {
    'zh-CN': '启用的信号至少要有一个会报警的算例；全部一致才能发布。',
    en: 'A signal that is evaluated needs an example that raises it; all must hold before it can be published.',
  },
  'signals.note-hint': { 'zh-CN': '为什么改，依据什么。', en: 'Why it changes, and on what ground.' },
  'signals.valid-from-hint': { 'zh-CN': '不能早于今天。', en: 'Not before today.' },
  'signals.publish-ask': {
    'zh-CN': '发布后从生效日起，每日监测和新到记录都按这一版；已有预警保留原来的版本。',
    en: 'From its first day on, the daily watch and every new record go by this version. Alerts that are there keep theirs.',
  },
  'signals.no-history': {
    'zh-CN': '平台还没有任何被监测的贷款，没有历史可回测。',
    en: 'No loan was ever watched here: there is no history to try it on.',
  },
  'signals.says-no-history': { 'zh-CN': '没有历史可回测', en: 'There is no history to try it on' },
  'signals.publish-needs': {
    'zh-CN': (days: number, months: number) =>
      `还没有用完全相同的内容做过回测，暂不能发布。回测须至少 ${days} 天，并在近 ${months} 个月内结束。`,
    en: (days: number, months: number) =>
      `No back-test of exactly this content is finished, so it cannot be published yet. It covers at least ${days} days and ends within the last ${months} months.`,
  },
});
