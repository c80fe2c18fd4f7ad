import { defineText } from '~/text/define.ts';
import { showDay, showInstant } from '~/text/format.ts';

/** What stands in a case: its matter, links, measures, documents and verdicts. */
export const caseFileText = defineText({
  'case.as-of': {
    'zh-CN': (at: string) => `依据截至 ${showInstant(at, 'zh-CN')}`,
    en: (at: string) => `Evidence as of ${showInstant(at, 'en')}`,
  },
  'case.loan': { 'zh-CN': '贷款', en: 'Loan' },
  'case.loan-link': {
    'zh-CN': (no: string) => `合同 ${no}`,
    en: (no: string) => `Contract ${no}`,
  },
  'case.circle-link': { 'zh-CN': '企业担保圈', en: 'The firm’s guarantee circle' },
  'case.firm-link': { 'zh-CN': '获贷企业页', en: 'The funded firm’s page' },
  'case.matter': { 'zh-CN': '同一事项', en: 'The same matter' },
  'case.matter-lede': {
    'zh-CN': '级别上升时，较低级别的案件并入新案件，时限以最高级别为准；旧案件仍可查看。',
    en: 'When a case goes up, the lower one is taken into the new one and the clock of the highest counts; the old one stays readable.',
  },
  'case.matter-here': { 'zh-CN': '本案', en: 'This case' },
  'case.went-up': { 'zh-CN': '级别上升，并入更高级别的案件', en: 'It went up into a higher case' },
  'case.went-up-link': { 'zh-CN': '打开更高级别的案件', en: 'Open the higher case' },
  'case.measures': { 'zh-CN': '已采取的措施', en: 'Measures taken' },
  'case.measures-none': { 'zh-CN': '还没有采取措施。', en: 'No measure was taken yet.' },
  'case.measure': { 'zh-CN': '措施', en: 'Measure' },
  'case.measure.contact': { 'zh-CN': '电话联系', en: 'Called the firm' },
  'case.measure.visit': { 'zh-CN': '上门走访', en: 'Visit' },
  'case.measure.documents': { 'zh-CN': '要求补充资料', en: 'Asked for documents' },
  'case.measure.extra-monitoring': { 'zh-CN': '加强监测', en: 'Closer monitoring' },
  'case.measure.extension': { 'zh-CN': '展期', en: 'Extension' },
  'case.measure.restructure': { 'zh-CN': '调整还款计划', en: 'Restructured' },
  'case.measure.security': { 'zh-CN': '追加担保', en: 'More security' },
  'case.measure.limit-reduced': { 'zh-CN': '压降额度', en: 'Limit reduced' },
  'case.measure.undrawn-frozen': { 'zh-CN': '冻结未用额度', en: 'Undrawn limit frozen' },
  'case.measure.early-repayment': { 'zh-CN': '提前收回部分', en: 'Part repaid early' },
  'case.measure.acceleration': { 'zh-CN': '宣布提前到期', en: 'Called in' },
  'case.measure-kind-hint': {
    'zh-CN': '由轻到重。自“追加担保”起会限制企业，须先听取企业说明。',
    en: 'The gentlest first. From “More security” on they limit the firm, which is heard before.',
  },
  'case.measure-reason': { 'zh-CN': '原因', en: 'Reason' },
  'case.measure-proportion': { 'zh-CN': '为什么更轻的措施不够', en: 'Why nothing gentler does' },
  'case.measure-day': { 'zh-CN': '采取日期', en: 'Day' },
  'case.measure-amount': { 'zh-CN': '涉及金额', en: 'Amount' },
  'case.measure-amount-hint': {
    'zh-CN': '压降、冻结和提前收回必填；联系、走访等不填。',
    en: 'Needed for reducing, freezing and early repayment; left empty for calls and visits.',
  },
  'case.measure-emergency': {
    'zh-CN': '紧急情况（不能等企业说明时填写）',
    en: 'Emergency (only where it cannot wait for the firm)',
  },
  'case.measure-emergency-hint': {
    'zh-CN': '写明为什么等不及。经本行另一人确认后生效，并立即告知企业。',
    en: 'Say why it cannot wait. It takes effect once a second person of your bank confirms, and the firm is told at once.',
  },
  'case.measure-emergency-was': { 'zh-CN': '紧急情况：', en: 'Emergency: ' },
  'case.measure-add': { 'zh-CN': '登记措施', en: 'Record a measure' },
  'case.measure-do': { 'zh-CN': '登记', en: 'Record it' },
  'case.measure-waits': { 'zh-CN': '待第二人确认', en: 'Waits for a second person' },
  'case.measure-confirm': { 'zh-CN': '确认生效', en: 'Let it take effect' },
  'case.measure-dropped': { 'zh-CN': '未生效', en: 'Dropped' },
  'case.measure-dropped-why': {
    'zh-CN': (why: string) => `未生效：${why}`,
    en: (why: string) => `Dropped: ${why}`,
  },
  'case.measure-drop': { 'zh-CN': '撤回或否决', en: 'Take back or refuse' },
  'case.measure-drop-why': { 'zh-CN': '撤回或否决的原因', en: 'Why it is dropped' },
  'case.measure-by': { 'zh-CN': '登记人', en: 'By' },
  'case.reply-documents': { 'zh-CN': '附件', en: 'Attachments' },
  'case.reply-documents-hint': {
    'zh-CN': '完税凭证、还款回单、判决文书等，每份不超过 10 MB，一件最多 10 份。仅您和贷款银行能打开。',
    en: 'Tax receipts, payment slips, judgments: up to 10 MB each and 10 in one case. Only you and the lender can open them.',
  },
  'case.reply-again': { 'zh-CN': '继续说明', en: 'Answer again' },
  'case.verdicts': { 'zh-CN': '结论的历次版本', en: 'Versions of the verdict' },
  'case.verdict-first': { 'zh-CN': '首次结论', en: 'First verdict' },
  'case.verdict-reversed': { 'zh-CN': '改判', en: 'Reversed' },
  'case.verdict-stands': { 'zh-CN': '现行', en: 'Stands' },
  'case.reverse': { 'zh-CN': '改判', en: 'Reverse the verdict' },
  'case.reverse-hint': {
    'zh-CN': (until: string) =>
      `由办结人以外的人办理；${showDay(until, 'zh-CN')} 以后须有新证据。两次结论都保留，企业会收到通知。`,
    en: (until: string) =>
      `By somebody other than who closed it; after ${showDay(until, 'en')} only with new evidence. Both verdicts are kept and the firm is told.`,
  },
  'case.reverse-own': {
    'zh-CN': '现行结论由您作出，改判须由本行另一人办理。',
    en: 'The verdict that stands is yours: somebody else at your bank has to reverse it.',
  },
  'case.reverse-late': {
    'zh-CN': (until: string) => `改判期限已于 ${showDay(until, 'zh-CN')} 届满，也没有新证据。`,
    en: (until: string) =>
      `The time to reverse ended on ${showDay(until, 'en')}, and there is no new evidence.`,
  },
  'case.reverse-why': { 'zh-CN': '改判理由', en: 'Why it is reversed' },
  'case.verdict-explanation': { 'zh-CN': '企业的说明是什么', en: 'What the explanation is' },
  'case.verdict-explanation-hint': {
    'zh-CN': '结论为“已合理说明”时必填：说明的内容和核实的凭证。',
    en: 'Needed for “reasonably explained”: what was said, and what proved it.',
  },
  'case.verdict-cured-on': {
    'zh-CN': '改正日期（结论为“已改正”时必填）',
    en: 'Day of the cure (needed for “Cured”)',
  },
  'case.verdict-wrong': {
    'zh-CN': '误报原因（结论为“误报”时必填）',
    en: 'What was wrong (needed for “False alarm”)',
  },
  'case.wrong.wrong-record': { 'zh-CN': '记录有误', en: 'The record is wrong' },
  'case.wrong.wrong-firm': { 'zh-CN': '不是这家企业', en: 'Another firm’s record' },
  'case.wrong.settled-before': { 'zh-CN': '预警前已了结', en: 'Settled before the alert' },
  'case.wrong.threshold': { 'zh-CN': '阈值过严', en: 'The threshold is too strict' },
  'case.choose': { 'zh-CN': '请选择', en: 'Choose' },
  'case.aside-event': { 'zh-CN': '暂缓', en: 'Put aside' },
});

export const caseFileRefusals = defineText({
  'monitoring.explanation-missing': {
    'zh-CN': '请写明企业的说明和核实情况，至少 8 个字。',
    en: 'Say what the explanation is and how it was checked, in at least 8 characters.',
  },
  'monitoring.cured-on-missing': {
    'zh-CN': '请填写事实改正的日期。',
    en: 'Give the day on which the fact was cured.',
  },
  'monitoring.cured-on-later': {
    'zh-CN': '改正日期不能晚于今天。',
    en: 'The day of the cure cannot be after today.',
  },
  'monitoring.wrong-missing': { 'zh-CN': '请选择误报原因。', en: 'Choose what was wrong.' },
  'monitoring.not-closed': {
    'zh-CN': '这个案件没有可以改判的结论。',
    en: 'This case has no verdict that could be reversed.',
  },
  'monitoring.reversal-same': {
    'zh-CN': '与现行结论相同，请选择另一结论。',
    en: 'That is the verdict that stands. Choose another.',
  },
  'monitoring.reversal-second-person': {
    'zh-CN': '现行结论由您作出，请由本行另一人改判。',
    en: 'The verdict that stands is yours. Ask a colleague to reverse it.',
  },
  'monitoring.reversal-late': {
    'zh-CN': (r: { until: string }) => `改判期限已于 ${showDay(r.until, 'zh-CN')} 届满。有新证据时才能改判。`,
    en: (r: { until: string }) =>
      `The time to reverse ended on ${showDay(r.until, 'en')}. Only new evidence opens it again.`,
  },
  'monitoring.measure-before-reply': {
    'zh-CN': (r: { until: string }) =>
      `企业在 ${showInstant(r.until, 'zh-CN')} 前有权先说明。请等答复或期满，或改用不限制企业的措施；确有紧急情况请填写并由第二人确认。`,
    en: (r: { until: string }) =>
      `The firm may answer first until ${showInstant(r.until, 'en')}. Wait for that, take a measure that does not limit it, or state an emergency for a second person to confirm.`,
  },
  'monitoring.measure-not-graduated': {
    'zh-CN': '不得一次性抽贷：请先采取更轻的措施，再宣布提前到期。',
    en: 'No blanket withdrawal: take a gentler measure before the loan is called in.',
  },
  'monitoring.measure-amount': { 'zh-CN': '请填写涉及金额。', en: 'Give the amount.' },
  'monitoring.measure-no-amount': {
    'zh-CN': '这种措施不涉及金额，请清空。',
    en: 'This measure has no amount. Leave it empty.',
  },
  'monitoring.measure-over-balance': {
    'zh-CN': '提前收回部分须小于贷款余额。',
    en: 'A part that is repaid early is less than what is out.',
  },
  'monitoring.measure-day': {
    'zh-CN': '日期须在预警发出以后、今天以前。',
    en: 'The day is between the alert and today.',
  },
  'monitoring.measure-confirmed': {
    'zh-CN': '这项措施已经生效。',
    en: 'This measure has taken effect already.',
  },
  'monitoring.measure-dropped': {
    'zh-CN': '这项措施已经撤回、否决或随案件失效。',
    en: 'This measure was taken back, refused, or ended with its case.',
  },
  'monitoring.measure-waits': {
    'zh-CN': '还有紧急措施等待第二人确认。请先确认，或撤回、否决，再办结案件。',
    en: 'An emergency measure still waits for a second person. Confirm it, take it back or refuse it before the case is closed.',
  },
  'monitoring.measure-second-person': {
    'zh-CN': '这项措施由您登记，请由本行另一人确认。',
    en: 'You recorded this measure. A colleague has to confirm it.',
  },
});

export const caseFileFlashes = defineText({
  'monitoring.measured': {
    'zh-CN': '措施已登记，企业会收到通知。',
    en: 'The measure was recorded and the firm told.',
  },
  'monitoring.measure-asked': {
    'zh-CN': '紧急措施已提交，待第二人确认后生效。',
    en: 'The emergency measure waits for a second person.',
  },
  'monitoring.measure-dropped': {
    'zh-CN': '紧急措施不再生效，案件中留有记录。',
    en: 'The emergency measure takes no effect; the case keeps a record of it.',
  },
  'monitoring.reversed': {
    'zh-CN': '结论已改判，两次结论都保留。',
    en: 'The verdict was reversed; both are kept.',
  },
});

export const caseNotifications = defineText({
  'monitoring.assigned': { 'zh-CN': '有一件贷后预警由您负责', en: 'An alert was given to you' },
  'monitoring.measured': { 'zh-CN': '银行就一条预警采取了措施', en: 'The bank took a measure on an alert' },
  'monitoring.measure-asked': {
    'zh-CN': '一项紧急措施等待第二人确认',
    en: 'An emergency measure waits for a second person',
  },
  'monitoring.reversed': { 'zh-CN': '一条预警的结论已改判', en: 'The verdict on an alert was reversed' },
});

/** Steps of a case in the audit log. */
export const caseActions = defineText({
  'monitoring.superseded': { 'zh-CN': '预警并入更高级别', en: 'An alert went up into a higher one' },
  'monitoring.assigned': { 'zh-CN': '转交预警', en: 'Handed an alert over' },
  'monitoring.snoozed': { 'zh-CN': '暂缓预警', en: 'Put an alert aside' },
  'monitoring.measured': { 'zh-CN': '就预警采取措施', en: 'Took a measure on an alert' },
  'monitoring.measure-asked': { 'zh-CN': '提交紧急措施', en: 'Asked for an emergency measure' },
  'monitoring.measure-dropped': { 'zh-CN': '紧急措施未生效', en: 'Dropped an emergency measure' },
  'monitoring.reversed': { 'zh-CN': '改判预警结论', en: 'Reversed the verdict on an alert' },
  'monitoring.document-opened': {
    'zh-CN': '打开企业说明的附件',
    en: 'Opened an attachment of a firm’s reply',
  },
  'monitoring.cases-exported': { 'zh-CN': '导出预警清单', en: 'Exported a list of alerts' },
});
