import { defineText } from '~/text/define.ts';
import { showInstant } from '~/text/format.ts';

/** The words around an alert case; the signals themselves are worded in `monitoring.ts`. */
export const alertText = defineText({
  'alert.page-title': { 'zh-CN': '预警', en: 'Alert' },
  'alert.list.firm.title': { 'zh-CN': '预警与说明', en: 'Alerts and answers' },
  'alert.list.firm.lede': {
    'zh-CN':
      '贷款存续期内，与您企业有关的风险信号。在银行采取措施前，您有权说明情况；事实已经改正的，预警会解除。',
    en: 'Risk signals about your firm while a loan is live. You have the right to be heard before the bank acts; a cured fact clears its alert.',
  },
  'alert.list.bank.title': { 'zh-CN': '贷后预警', en: 'Alerts on your loans' },
  'alert.list.bank.lede': {
    'zh-CN': '仅限本行在贷且企业授权贷后监测的客户。每件有负责人和时限，最紧急的排在最前。',
    en: 'Only your live loans whose firms consented to monitoring. Each has an owner and a deadline; the most urgent come first.',
  },
  'alert.caption': { 'zh-CN': '预警列表', en: 'Alerts' },
  'alert.firm': { 'zh-CN': '企业', en: 'Firm' },
  'alert.bank': { 'zh-CN': '贷款银行', en: 'Bank' },
  'alert.signal': { 'zh-CN': '信号', en: 'Signal' },
  'alert.severity': { 'zh-CN': '级别', en: 'Severity' },
  'alert.raised': { 'zh-CN': '发现时间', en: 'Raised' },
  'alert.due': { 'zh-CN': '处置时限', en: 'Deadline' },
  'alert.state': { 'zh-CN': '状态', en: 'State' },
  'alert.state.open': { 'zh-CN': '待企业说明', en: 'Waiting for the firm' },
  'alert.state.answered': { 'zh-CN': '企业已说明，待银行处置', en: 'Answered, waiting for the bank' },
  'alert.state.closed': { 'zh-CN': '已办结', en: 'Closed' },
  'alert.tab.live': { 'zh-CN': '未结', en: 'Live' },
  'alert.tab.closed': { 'zh-CN': '已办结', en: 'Closed' },
  'alert.empty': { 'zh-CN': '没有预警', en: 'No alert' },
  'alert.empty-next': {
    'zh-CN': '新批次数据到达后会自动检查。',
    en: 'Every new delivery of records is checked automatically.',
  },
  'alert.evidence': { 'zh-CN': '依据', en: 'Evidence' },
  'alert.records': { 'zh-CN': '触发预警的记录', en: 'Records behind this alert' },
  'alert.record.item': { 'zh-CN': '信息项', en: 'Item' },
  'alert.record.provider': { 'zh-CN': '来源', en: 'Source' },
  'alert.record.on': { 'zh-CN': '发生日期', en: 'Date' },
  'alert.record.amount': { 'zh-CN': '金额', en: 'Amount' },
  'alert.record.known': { 'zh-CN': '获知时间', en: 'Known since' },
  'alert.hidden': {
    'zh-CN': (n: number) => `${n} 条记录已修复、撤销或在异议处理期间，内容不再展示`,
    en: (n: number) =>
      `${n === 1 ? 'One record was' : `${n} records were`} repaired, revoked or is disputed, and is no longer shown`,
  },
  'alert.hidden-why': {
    'zh-CN': '修复或撤销后的信息停止公示、共享和使用；仅企业本人和审计可以回看。',
    en: 'What was repaired or revoked is no longer published, shared or used; only the firm and the audit role can read it.',
  },
  'alert.shut': {
    'zh-CN': '此预警产生时，企业的贷后授权写明的是另一家分支机构，依据和材料不向本机构展示',
    en: 'When this was raised, the firm’s consent named another branch: what it rests on is not shown to yours',
  },
  'alert.shut-why': {
    'zh-CN': '请联系企业向本机构或全行另行授权；总行可以查看。',
    en: 'Ask the firm for a consent to your branch or to the whole bank; the head office can see it.',
  },
  'alert.no-records': {
    'zh-CN': '此信号由还款记录计算得出，没有外部记录。',
    en: 'This signal is computed from repayments; no outside record is involved.',
  },
  'alert.precision': {
    'zh-CN': (right: number, closed: number) =>
      `过去 12 个月，此信号办结 ${closed} 件，其中属实 ${right} 件。`,
    en: (right: number, closed: number) =>
      `In the last 12 months ${closed} such alerts were closed; ${right} proved right.`,
  },
  'alert.signal-page': { 'zh-CN': '查看信号规则', en: 'See the rule of the signal' },
  'alert.precision-none': {
    'zh-CN': '此信号尚无办结案例，准确率未知。',
    en: 'No such alert was closed yet; its precision is unknown.',
  },
  'alert.timeline': { 'zh-CN': '经过', en: 'What happened' },
  'alert.event.raised': { 'zh-CN': '系统发出预警', en: 'Alert raised' },
  'alert.event.merged': { 'zh-CN': '新记录并入本案', en: 'New record merged' },
  'alert.event.escalated': { 'zh-CN': '级别上升', en: 'Escalated' },
  'alert.event.answered': { 'zh-CN': '企业说明', en: 'Firm answered' },
  'alert.event.followed-up': { 'zh-CN': '跟进', en: 'Follow-up' },
  'alert.event.superseded': { 'zh-CN': '级别上升，并入更高级别的案件', en: 'Went up into a higher case' },
  'alert.event.assigned': { 'zh-CN': '更换负责人', en: 'Handed over' },
  'alert.event.snoozed': { 'zh-CN': '暂缓', en: 'Put aside' },
  'alert.event.measured': { 'zh-CN': '采取措施', en: 'Measure taken' },
  'alert.event.measure-asked': { 'zh-CN': '提交紧急措施', en: 'Emergency measure asked for' },
  'alert.event.measure-dropped': { 'zh-CN': '紧急措施未生效', en: 'Emergency measure dropped' },
  'alert.event.reversed': { 'zh-CN': '结论改判', en: 'Verdict reversed' },
  'alert.event.reminded': { 'zh-CN': '催办', en: 'Reminder' },
  'alert.reminded.bank': { 'zh-CN': '平台催办贷款银行', en: 'The platform reminded the lending bank' },
  'alert.reminded.firm': { 'zh-CN': '平台提醒企业答复', en: 'The platform reminded the firm to answer' },
  'alert.reminded.ladder': {
    'zh-CN': '贷款银行尚未处理，系统按规则逐级提醒',
    en: 'The lender has not acted yet: the next people were told, as the rules say',
  },
  'alert.list.operator.title': { 'zh-CN': '预警台账', en: 'Alerts of all lenders' },
  'alert.list.operator.lede': {
    'zh-CN': '在贷企业的全部预警。超期未答复的可以催办，每方每天一次，催办记入案件。',
    en: 'Every alert on funded firms. Where an answer is overdue you can remind the bank or the firm, once a day each; it stands in the case.',
  },
  'alert.count': {
    'zh-CN': (n: number) => `共 ${n} 件`,
    en: (n: number) => (n === 1 ? 'One alert' : `${n} alerts`),
  },
  'alert.of-month': {
    'zh-CN': (month: string) => `${month} 发出的预警`,
    en: (month: string) => `Raised in ${month}`,
  },
  'alert.all-months': { 'zh-CN': '查看全部月份', en: 'Show every month' },
  'alert.remind': { 'zh-CN': '催办', en: 'Remind' },
  'alert.remind.bank': { 'zh-CN': '催银行', en: 'Remind the bank' },
  'alert.remind.firm': { 'zh-CN': '催企业', en: 'Remind the firm' },
  'alert.event.closed': { 'zh-CN': '办结', en: 'Closed' },
  'alert.bank-only': { 'zh-CN': '仅本行可见', en: 'Your bank only' },
  'alert.answer.title': { 'zh-CN': '向银行说明', en: 'Answer the bank' },
  'alert.answer.label': { 'zh-CN': '说明内容', en: 'Your answer' },
  'alert.answer.hint': {
    'zh-CN': '写明原因、是否已处理、凭证在哪里。银行和平台风险岗都会看到。',
    en: 'Say why it happened, whether it is settled and what proves it. The bank and the platform’s risk desk will read it.',
  },
  'alert.answer.do': { 'zh-CN': '提交说明', en: 'Send the answer' },
  'alert.close.title': { 'zh-CN': '办结', en: 'Close the case' },
  'alert.close.verdict': { 'zh-CN': '结论', en: 'Verdict' },
  'alert.close.note': { 'zh-CN': '处置情况', en: 'What was done' },
  'alert.close.do': { 'zh-CN': '办结预警', en: 'Close the alert' },
  'alert.verdict.confirmed': { 'zh-CN': '风险属实', en: 'Risk confirmed' },
  'alert.verdict.explained': { 'zh-CN': '属实，企业已合理说明', en: 'True, reasonably explained' },
  'alert.verdict.cured': { 'zh-CN': '事实已改正', en: 'Cured' },
  'alert.verdict.false-alarm': { 'zh-CN': '误报', en: 'False alarm' },
  'alert.verdict-is': {
    'zh-CN': (verdict: string) => `结论：${verdict}`,
    en: (verdict: string) => `Verdict: ${verdict}`,
  },
  'alert.follow.title': { 'zh-CN': '跟进', en: 'Follow up' },
  'alert.follow.label': { 'zh-CN': '跟进内容', en: 'Note' },
  'alert.follow.bank-only': { 'zh-CN': '仅本行可见', en: 'Only for our bank' },
  'alert.follow.do': { 'zh-CN': '保存跟进', en: 'Save the note' },
  'alert.action': { 'zh-CN': '建议措施：', en: 'What to do:' },
  'alert.system': { 'zh-CN': '平台', en: 'Platform' },
  'alert.back': { 'zh-CN': '返回列表', en: 'Back to the list' },
});

export const alertRefusals = defineText({
  'monitoring.not-found': { 'zh-CN': '没有找到这条预警。', en: 'This alert was not found.' },
  'monitoring.closed': {
    'zh-CN': '这条预警已办结，不能再补充。如有新情况，请等新预警或联系银行。',
    en: 'This alert is closed; nothing can be added. Contact the bank if something new happened.',
  },
  'monitoring.answered-already': {
    'zh-CN': '企业已经说明，不需要再催企业。如需推进，请催办银行。',
    en: 'The firm has answered; there is nothing to press it for. Remind the bank to move on.',
  },
  'monitoring.reminded-today': {
    'zh-CN': '今天已经催办过，没有重复发送。请明天再催，或直接联系对方。',
    en: 'They were reminded today already; nothing was sent again. Remind tomorrow, or call them.',
  },
  'monitoring.right-of-reply': {
    'zh-CN': (r: { until: string }) =>
      `企业在 ${showInstant(r.until, 'zh-CN')} 前有权先说明，暂不能认定。如属误报或已改正，可以立即办结。`,
    en: (r: { until: string }) =>
      `The firm may answer first until ${showInstant(r.until, 'en')}. Until then only a false alarm or a cured fact can be closed.`,
  },
});

export const alertFlashes = defineText({
  'monitoring.answered': {
    'zh-CN': '说明已提交，银行会收到通知。',
    en: 'Your answer was sent and the bank notified.',
  },
  'monitoring.closed': {
    'zh-CN': '预警已办结，企业会收到通知。',
    en: 'The alert is closed and the firm notified.',
  },
  'monitoring.followed-up': { 'zh-CN': '跟进已保存。', en: 'The note was saved.' },
  'monitoring.reminded': {
    'zh-CN': '已催办，案件中留有记录。',
    en: 'The reminder was sent and stands in the case.',
  },
});

export const alertNotifications = defineText({
  'monitoring.raised': { 'zh-CN': '有一条新的贷后预警', en: 'A new alert was raised' },
  'monitoring.cleared': {
    'zh-CN': '一条预警因事实改正已解除',
    en: 'An alert was cleared: the fact is cured',
  },
  'monitoring.escalated': { 'zh-CN': '一条贷后预警级别上升', en: 'An alert was escalated' },
  'monitoring.answered': { 'zh-CN': '企业已就一条预警作出说明', en: 'A firm answered an alert' },
  'monitoring.closed': { 'zh-CN': '银行办结了一条预警', en: 'The bank closed an alert' },
  'monitoring.followed-up': { 'zh-CN': '一条预警有新的跟进', en: 'An alert has a new follow-up note' },
  'monitoring.left-alone': {
    'zh-CN': '一条严重预警无人处理，请尽快处理',
    en: 'A severe alert is left alone: please act on it',
  },
  'monitoring.reminded': { 'zh-CN': '平台催办一条预警', en: 'The platform reminds you of an alert' },
});
