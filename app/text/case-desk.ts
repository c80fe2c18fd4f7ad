import { defineText } from '~/text/define.ts';
import { showDay } from '~/text/format.ts';

/** Who has a case, how it is put aside, and the list of cases. */
export const caseDeskText = defineText({
  'case.tab.desk': { 'zh-CN': '待办', en: 'To do' },
  'case.tab.live': { 'zh-CN': '未结', en: 'Live' },
  'case.tab.mine': { 'zh-CN': '我的', en: 'Mine' },
  'case.tab.unowned': { 'zh-CN': '无人负责', en: 'Nobody’s' },
  'case.tab.overdue': { 'zh-CN': '超期未答复', en: 'Answers overdue' },
  'case.tab.aside': { 'zh-CN': '暂缓中', en: 'Put aside' },
  'case.tab.closed': { 'zh-CN': '已办结', en: 'Closed' },
  'case.tab.all': { 'zh-CN': '全部', en: 'All' },
  'case.find': { 'zh-CN': '企业、信用代码或合同编号', en: 'Firm, credit code or contract' },
  'case.any-severity': { 'zh-CN': '全部级别', en: 'All severities' },
  'case.any-signal': { 'zh-CN': '全部信号', en: 'All signals' },
  'case.any-owner': { 'zh-CN': '全部人员', en: 'Everybody' },
  'case.any-region': { 'zh-CN': '全部地区', en: 'All regions' },
  'case.region': { 'zh-CN': '地区', en: 'Region' },
  'case.owner': { 'zh-CN': '负责人', en: 'Owner' },
  'case.contract': { 'zh-CN': '合同编号', en: 'Contract' },
  'case.nobody': { 'zh-CN': '无人负责', en: 'Nobody' },
  'case.owned': { 'zh-CN': '已有负责人', en: 'Has an owner' },
  'case.owned-at-bank': { 'zh-CN': '银行已有人负责', en: 'Somebody at the bank has it' },
  'case.unowned-at-bank': { 'zh-CN': '银行无人负责', en: 'Nobody at the bank has it' },
  'case.left': {
    'zh-CN': (name: string) => `无人负责（${name}已离岗或调离）`,
    en: (name: string) => `Nobody (${name} left or moved)`,
  },
  'case.aside-until': {
    'zh-CN': (until: string) => `暂缓至 ${showDay(until, 'zh-CN')}`,
    en: (until: string) => `Put aside until ${showDay(until, 'en')}`,
  },
  'case.escalated': { 'zh-CN': '已升级并入', en: 'Went up into another' },
  'case.unread': { 'zh-CN': '有的筛选条件没有生效', en: 'Some filters were not applied' },
  'case.unread-which': {
    'zh-CN': (names: string) => `无法识别：${names}。下面的列表没有按它筛选。`,
    en: (names: string) => `Not understood: ${names}. The list below is not narrowed by it.`,
  },
  'case.export': { 'zh-CN': '导出 CSV', en: 'Export CSV' },
  'case.verdict': { 'zh-CN': '结论', en: 'Verdict' },
  'case.load': {
    'zh-CN': (name: string, live: number) => `${name}（未结 ${live} 件）`,
    en: (name: string, live: number) => `${name} (${live} live)`,
  },
  'case.pick': {
    'zh-CN': (firm: string) => `选中 ${firm}`,
    en: (firm: string) => `Pick ${firm}`,
  },
  'case.assign': { 'zh-CN': '转交', en: 'Hand over' },
  'case.assign-to': { 'zh-CN': '转交给', en: 'Hand over to' },
  'case.assign-why': { 'zh-CN': '转交原因', en: 'Why' },
  'case.assign-hint': { 'zh-CN': '先在列表中勾选案件。', en: 'Tick cases in the list first.' },
  'case.change-owner': { 'zh-CN': '更换负责人', en: 'Change the owner' },
  'case.desk-title': { 'zh-CN': '本行办理', en: 'At your bank' },
  'case.snooze': { 'zh-CN': '暂缓', en: 'Put aside' },
  'case.snooze-until': { 'zh-CN': '暂缓至', en: 'Until' },
  'case.snooze-why': { 'zh-CN': '暂缓原因', en: 'Why it can wait' },
  'case.snooze-hint': {
    'zh-CN': (most: string) =>
      `最晚 ${showDay(most, 'zh-CN')}。级别上升、有新记录、企业答复或超过时限时，案件立即回到待办。`,
    en: (most: string) =>
      `${showDay(most, 'en')} at the latest. An escalation, a new record, a reply or a passed deadline brings it back at once.`,
  },
  'case.snooze-none': {
    'zh-CN': '这个案件现在不能暂缓：时限太近，或这个级别不允许。',
    en: 'This case cannot be put aside now: its deadline is too near, or its severity does not allow it.',
  },
  'case.wake': { 'zh-CN': '立即恢复', en: 'Bring back now' },
  'case.keys': { 'zh-CN': '键盘操作', en: 'Keyboard' },
  'case.key.j': { 'zh-CN': '下一行', en: 'next row' },
  'case.key.k': { 'zh-CN': '上一行', en: 'previous row' },
  'case.key.enter': { 'zh-CN': '打开案件', en: 'open the case' },
  'case.key.x': { 'zh-CN': '勾选', en: 'tick' },
  'case.key.a': { 'zh-CN': '到“转交”', en: 'to “Hand over”' },
  'case.key.slash': { 'zh-CN': '到搜索', en: 'to the search' },
  'case.key.help': { 'zh-CN': '打开或收起本表', en: 'open or close this list' },
  'case.csv.uscc': { 'zh-CN': '统一社会信用代码', en: 'Credit code' },
});

export const caseDeskRefusals = defineText({
  'monitoring.filter-unread': {
    'zh-CN': (r: { field: string }) => `筛选条件“${r.field}”无法识别，请改正后重新导出。`,
    en: (r: { field: string }) => `The filter “${r.field}” cannot be read. Correct it and export again.`,
  },
  'monitoring.export-too-many': {
    'zh-CN': (r: { most: number }) => `符合条件的案件超过 ${r.most} 件，请缩小范围后分次导出。`,
    en: (r: { most: number }) => `More than ${r.most} cases match. Narrow the list and export it in parts.`,
  },
  'monitoring.none-chosen': {
    'zh-CN': '没有选中案件。请先在列表中勾选。',
    en: 'No case was chosen. Tick cases in the list first.',
  },
  'monitoring.no-officer': {
    'zh-CN': '请选择本行在岗的客户经理。',
    en: 'Choose an officer who works at your bank.',
  },
  'monitoring.officer-elsewhere': {
    'zh-CN': '这位客户经理在其他分支机构，看不到该案件。请选择总行或贷款所在机构的人员。',
    en: 'That officer works at another branch and cannot see the case. Choose somebody at the head office or where the loan lies.',
  },
  'monitoring.snooze-never': {
    'zh-CN': '这个案件不能暂缓：时限太近，或这个级别不允许。请现在处理或转交。',
    en: 'This case cannot be put aside: its deadline is too near, or its severity does not allow it. Act on it now, or hand it over.',
  },
  'monitoring.snooze-not-later': {
    'zh-CN': '请选择今天以后的日期。',
    en: 'Choose a day after today.',
  },
  'monitoring.snooze-too-long': {
    'zh-CN': (r: { most: string }) => `最晚只能暂缓至 ${showDay(r.most, 'zh-CN')}。`,
    en: (r: { most: string }) => `It can be put aside until ${showDay(r.most, 'en')} at the latest.`,
  },
});

export const caseDeskFlashes = defineText({
  'monitoring.assigned': {
    'zh-CN': (n: number) => `已转交 ${n} 件，新的负责人会收到通知。`,
    en: (n: number) =>
      n === 1
        ? 'One case was handed over; its owner was told.'
        : `${n} cases were handed over; their owner was told.`,
  },
  'monitoring.snoozed': { 'zh-CN': '案件已暂缓。', en: 'The case was put aside.' },
  'monitoring.woken': { 'zh-CN': '案件已恢复。', en: 'The case is back.' },
});
