import type { StandardName } from '~/domain/application/standards.ts';
import { defineText, type Locale } from '~/text/define.ts';
import { showFen } from '~/text/format.ts';

/** The recommended list (推荐清单): the desk, the firm's agreement, the five standards. */
export const recommendedText = defineText({
  'recommended.title': { 'zh-CN': '推荐清单', en: 'Recommended list' },
  'recommended.lede': {
    'zh-CN':
      '部门或平台推荐企业，逐项核对五项标准；企业同意并经他人复核后，按实名推送给银行，银行一个月内给出原则意见。',
    en: 'Departments and the platform put firms forward and check five standards; once the firm agrees and another person has reviewed it, banks read its name and answer in principle within a month.',
  },
  'recommended.office-lede': {
    'zh-CN': '推荐有融资需求、符合五项标准的企业。企业自己决定是否同意；同意之前银行看不到它。',
    en: 'Put forward firms that need finance and meet five standards. The firm decides; no bank sees it before it agrees.',
  },
  'recommended.filters': { 'zh-CN': '筛选', en: 'Filters' },
  'recommended.filter.waiting': { 'zh-CN': '待企业同意', en: 'Waiting for the firm' },
  'recommended.filter.review': { 'zh-CN': '待复核', en: 'To review' },
  'recommended.filter.listed': { 'zh-CN': '已推荐', en: 'Listed' },
  'recommended.filter.ended': { 'zh-CN': '未列入', en: 'Not listed' },
  'recommended.filter.all': { 'zh-CN': '全部', en: 'All' },
  'recommended.state.nominated': { 'zh-CN': '待企业同意', en: 'Waiting for the firm' },
  'recommended.state.agreed': { 'zh-CN': '待复核', en: 'To be reviewed' },
  'recommended.state.listed': { 'zh-CN': '已推荐给银行', en: 'Before banks' },
  'recommended.state.refused': { 'zh-CN': '未通过复核', en: 'Not put on the list' },
  'recommended.state.declined': { 'zh-CN': '企业未同意', en: 'Declined by the firm' },
  'recommended.firm': { 'zh-CN': '企业', en: 'Firm' },
  'recommended.by': { 'zh-CN': '推荐', en: 'Put forward' },
  'recommended.by-itself': { 'zh-CN': '企业自荐', en: 'By the firm itself' },
  'recommended.standards': { 'zh-CN': '五项标准', en: 'Five standards' },
  'recommended.state': { 'zh-CN': '状态', en: 'State' },
  'recommended.result': { 'zh-CN': '结果', en: 'Result' },
  'recommended.until': {
    'zh-CN': (day: string) => `列入至 ${day}`,
    en: (day: string) => `listed until ${day}`,
  },
  'recommended.over': { 'zh-CN': '已结束', en: 'over' },
  'recommended.answers': {
    'zh-CN': (taken: number, offered: number) => `${taken} 家银行认领，${offered} 家给出意向`,
    en: (taken: number, offered: number) => `${taken} taken up, ${offered} with terms`,
  },
  'recommended.lent': {
    'zh-CN': (fen: string) => `放款 ${showFen(fen, 'zh-CN', 'short')}`,
    en: (fen: string) => `lent ${showFen(fen, 'en', 'short')}`,
  },
  'recommended.none': { 'zh-CN': '这里没有企业', en: 'No firm here' },
  'recommended.none-next': {
    'zh-CN': '换一个筛选，或在下面推荐一家企业。',
    en: 'Try another filter, or put a firm forward below.',
  },
  'recommended.nominate': { 'zh-CN': '推荐一家企业', en: 'Put a firm forward' },
  'recommended.uscc': { 'zh-CN': '统一社会信用代码', en: 'Unified credit code' },
  'recommended.reason': { 'zh-CN': '推荐理由（企业可见）', en: 'Why (the firm reads it)' },
  'recommended.nominate-do': { 'zh-CN': '推荐', en: 'Put forward' },
  'recommended.nominate-hint': {
    'zh-CN': '按公开记录核对五项标准；有一项不符合就不能推荐，记录不足的待复核时核实。',
    en: 'The standards are checked against public records; a firm that misses one cannot be put forward, what records leave open is for the review.',
  },
  'recommended.review': { 'zh-CN': '复核', en: 'Review' },
  'recommended.own': { 'zh-CN': '本人推荐，由他人复核', en: 'Put forward by you: another person reviews it' },
  'recommended.vouch': {
    'zh-CN': (standard: string) => `已核实：${standard}`,
    en: (standard: string) => `Seen and vouched for: ${standard}`,
  },
  'recommended.note': { 'zh-CN': '核实情况（企业可见）', en: 'What was seen (the firm reads it)' },
  'recommended.list-do': { 'zh-CN': '列入清单并推送银行', en: 'Put on the list' },
  'recommended.refuse': { 'zh-CN': '不列入', en: 'Do not list' },
  'recommended.refuse-note': { 'zh-CN': '原因（企业可见）', en: 'Why not (the firm reads it)' },
  'recommended.nominated-at': { 'zh-CN': '推荐时间', en: 'Put forward at' },
  'recommended.open-until': { 'zh-CN': '列入至', en: 'Listed until' },
  'recommended.file': { 'zh-CN': '下载（CSV）', en: 'Download (CSV)' },
  'recommended.vouched': { 'zh-CN': '人工核实', en: 'vouched for' },
  'recommended.badge': { 'zh-CN': '推荐清单', en: 'Recommended' },
  'recommended.take-text': {
    'zh-CN': (n: number) => `认领后 ${n} 个月内给出原则意见。企业会看到认领的是哪家银行；其他银行看不到。`,
    en: (n: number) =>
      `Answer in principle within ${n === 1 ? 'a month' : `${n} months`} of taking it up. The firm sees which bank did; other banks do not.`,
  },

  'standard.lawful-operation': { 'zh-CN': '合法合规持续经营', en: 'Lawful and continuous operation' },
  'standard.fixed-premises': { 'zh-CN': '固定经营场所', en: 'Fixed premises' },
  'standard.real-need': { 'zh-CN': '真实融资需求', en: 'A real need' },
  'standard.good-credit': { 'zh-CN': '信用状况良好', en: 'Good credit' },
  'standard.lawful-use': { 'zh-CN': '贷款用途合法合规', en: 'Lawful use of the money' },
  'standard.verdict.met': { 'zh-CN': '符合', en: 'met' },
  'standard.verdict.failed': { 'zh-CN': '不符合', en: 'not met' },
  'standard.verdict.unknown': { 'zh-CN': '待核实', en: 'open' },

  'figure.nominated': { 'zh-CN': '推荐（申报）企业', en: 'Put forward' },
  'figure.agreed': { 'zh-CN': '企业同意', en: 'Agreed' },
  'figure.listed': { 'zh-CN': '列入清单', en: 'Listed' },
  'figure.taken': { 'zh-CN': '有银行认领', en: 'Taken up by a bank' },
  'figure.answered': { 'zh-CN': '银行答复（次）', en: 'Answers of banks' },
  'figure.offered': { 'zh-CN': '其中给出意向', en: 'of these with terms' },
  'figure.returned': { 'zh-CN': '超时退回（次）', en: 'Let lapse' },
  'figure.granted': { 'zh-CN': '授信（笔）', en: 'Credits granted' },
  'figure.grantedFen': { 'zh-CN': '授信金额', en: 'Amount granted' },
  'figure.lent': { 'zh-CN': '放款（笔）', en: 'Loans' },
  'figure.lentFen': { 'zh-CN': '放款金额', en: 'Amount lent' },
  'figure.unsecuredFen': { 'zh-CN': '其中信用贷款', en: 'of this unsecured' },
  'figure.answerHours': { 'zh-CN': '平均答复（小时）', en: 'Mean hours to answer' },
  'figure.title': { 'zh-CN': '对接结果', en: 'What became of the list' },

  'agree.title': { 'zh-CN': '列入推荐清单', en: 'Stand on the recommended list' },
  'agree.lede': {
    'zh-CN': '符合五项标准的企业可以列入推荐清单：经复核后实名推送给银行，银行一个月内给出原则意见。',
    en: 'A firm that meets five standards may stand on the list: after a review banks read its name and answer in principle within a month.',
  },
  'agree.nominated': {
    'zh-CN': (by: string, reason: string) => `${by}推荐了贵企业：${reason}`,
    en: (by: string, reason: string) => `${by} put your firm forward: ${reason}`,
  },
  'agree.told': {
    'zh-CN':
      '同意后，平台复核人员看到本页内容；列入后，平台上没有拒绝过这笔需求的银行看到企业名称、本需求、五项标准的结论和与其产品的匹配结论，不含任何原始记录。',
    en: 'Once you agree, the platform’s reviewer reads this page; once listed, banks that have not declined this need read the firm’s name, the need, the verdicts on the standards and how you stand with their products, and no record behind them.',
  },
  'agree.agree': {
    'zh-CN': '我同意以本需求列入推荐清单，并把以上内容提供给银行。',
    en: 'I agree to stand on the list with this need and that banks read the above.',
  },
  'agree.do': { 'zh-CN': '同意列入', en: 'Agree' },
  'agree.decline': { 'zh-CN': '不列入', en: 'Do not list us' },
  'agree.decline-text': {
    'zh-CN': '推荐到此结束，银行不会知道。以后可以再申报。',
    en: 'The nomination ends and no bank hears of it. You may put yourself forward later.',
  },
  'agree.posted-first': {
    'zh-CN': '这条需求已在银行面前。要列入推荐清单，请先撤下。',
    en: 'This need stands before banks already. To stand on the list, take it back first.',
  },
  'agree.note': { 'zh-CN': '复核意见', en: 'The review' },

  'recommended.cli.summary': {
    'zh-CN': '推荐清单：各企业的五项标准、状态和银行答复，以及对接结果',
    en: 'the recommended list: each firm’s standards, state and answers, and what became of it',
  },
  'recommended.cli.state': { 'zh-CN': '只列这一类', en: 'only these' },
  'recommended.cli.line': {
    'zh-CN': (firm: string, uscc: string, state: string, standards: string, result: string) =>
      `${firm}  ${uscc}  ${state}  ${standards}  ${result}`,
    en: (firm: string, uscc: string, state: string, standards: string, result: string) =>
      `${firm}  ${uscc}  ${state}  ${standards}  ${result}`,
  },
});

export const recommendedRefusals = defineText({
  'need.nominated-already': {
    'zh-CN': '这家企业已被推荐，正在办理。',
    en: 'This firm has been put forward already and is under way.',
  },
  'need.nomination-not-found': { 'zh-CN': '没有找到这条推荐。', en: 'This nomination was not found.' },
  'need.nomination-over': {
    'zh-CN': '这条推荐已经办结，不能再改。',
    en: 'This nomination has been settled and is changed no more.',
  },
  'need.not-agreed-yet': {
    'zh-CN': '企业还没有同意，不能复核。',
    en: 'The firm has not agreed yet; there is nothing to review.',
  },
  'need.own-nomination': {
    'zh-CN': '推荐人不能复核自己的推荐，请由他人复核。',
    en: 'Nobody reviews a firm that he put forward; ask a colleague.',
  },
  'need.nominee-not-found': {
    'zh-CN': '没有找到这个代码的企业，请核对统一社会信用代码。',
    en: 'No firm has this code. Check the unified credit code.',
  },
  'need.standard-failed': {
    'zh-CN': (r: { standards: readonly StandardName[] }) =>
      `按记录不符合：${namesOf(r.standards, 'zh-CN')}。记录有误的，企业可以提出异议。`,
    en: (r: { standards: readonly StandardName[] }) =>
      `By the records this is not met: ${namesOf(r.standards, 'en')}. If a record is wrong, the firm may object to it.`,
  },
  'need.standard-open': {
    'zh-CN': (r: { standards: readonly StandardName[] }) =>
      `记录不能判定，请核实后勾选：${namesOf(r.standards, 'zh-CN')}。`,
    en: (r: { standards: readonly StandardName[] }) =>
      `Records leave this open; look and tick it: ${namesOf(r.standards, 'en')}.`,
  },
  'need.posted-otherwise': {
    'zh-CN': '企业已把这条需求另行发布给银行。请企业先撤下，再列入清单。',
    en: 'The firm has this need before banks in another way. Ask it to take that back first.',
  },
  'need.code-missing': { 'zh-CN': '请填写统一社会信用代码。', en: 'Enter the unified credit code.' },
  'need.reason-missing': { 'zh-CN': '请写明推荐理由。', en: 'Say why you put it forward.' },
  'need.note-missing': { 'zh-CN': '请写明核实情况或原因。', en: 'Say what was seen, or why not.' },
});

function namesOf(standards: readonly StandardName[], locale: Locale): string {
  const names = standards.map((each) => recommendedText[`standard.${each}`][locale]);
  return names.join(locale === 'en' ? ', ' : '、');
}

export const recommendedFlashes = defineText({
  'need.nominated': { 'zh-CN': '已推荐，等待企业同意。', en: 'Put forward; the firm is asked.' },
  'need.nomination-agreed': {
    'zh-CN': '已同意，等待复核。列入后会通知您。',
    en: 'You agreed. You are told once the review is done.',
  },
  'need.nomination-declined': { 'zh-CN': '已不列入推荐清单。', en: 'The firm is not put on the list.' },
  'need.nomination-listed': {
    'zh-CN': '已列入清单，银行可以看到了。',
    en: 'On the list; banks can see it now.',
  },
  'need.nomination-refused': {
    'zh-CN': '未列入，已告知企业原因。',
    en: 'Not listed; the firm was told why.',
  },
});

export const recommendedNotifications = defineText({
  'need.nominated': {
    'zh-CN': '贵企业被推荐列入银行推荐清单，请选择一条需求并决定是否同意。',
    en: 'Your firm was put forward for the recommended list: choose a need and decide whether you agree.',
  },
  'need.nomination-listed': {
    'zh-CN': '贵企业已列入推荐清单，银行可以看到您的需求。',
    en: 'Your firm is on the recommended list; banks can see your need.',
  },
  'need.nomination-refused': {
    'zh-CN': '贵企业未列入推荐清单，原因见需求页面。',
    en: 'Your firm was not put on the recommended list; the need’s page says why.',
  },
});

/** What the audit log says of the recommended list. */
export const recommendedActions = defineText({
  'need.nominated': { 'zh-CN': '推荐企业列入推荐清单', en: 'Put a firm forward for the recommended list' },
  'need.nomination-agreed': {
    'zh-CN': '企业同意列入推荐清单',
    en: 'The firm agreed to the recommended list',
  },
  'need.nomination-declined': { 'zh-CN': '企业不列入推荐清单', en: 'The firm declined the recommended list' },
  'need.nomination-listed': { 'zh-CN': '列入推荐清单', en: 'Put a firm on the recommended list' },
  'need.nomination-refused': { 'zh-CN': '未列入推荐清单', en: 'Did not put a firm on the recommended list' },
  'need.nominations-read': { 'zh-CN': '查看推荐清单', en: 'Opened the recommended list' },
  'need.nominations-exported': { 'zh-CN': '导出推荐清单', en: 'Exported the recommended list' },
});
