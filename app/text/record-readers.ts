import { auditActions } from '~/text/audit-action.ts';
import { caseActions } from '~/text/case-file.ts';
import { defineText, type Locale, type TextTable } from '~/text/define.ts';

/** Who read a firm's data, when, and why. */
export const readerText = defineText({
  'readers.title': { 'zh-CN': '谁看过、为什么', en: 'Who looked, and why' },
  'readers.lede': {
    'zh-CN': '每一次对本企业非公开信息的读取，都写入本企业的审计链，不能修改或删除。',
    en: 'Every read of your firm’s non-public data is written into your own audit chain and cannot be changed or removed.',
  },
  'readers.caption': { 'zh-CN': '读取与操作记录', en: 'Reads and actions' },
  'readers.who': { 'zh-CN': '谁', en: 'Who' },
  'readers.at': { 'zh-CN': '时间', en: 'When' },
  'readers.what': { 'zh-CN': '做了什么', en: 'What' },
  'readers.why': { 'zh-CN': '目的', en: 'Why' },
  'readers.consent': { 'zh-CN': '依据', en: 'Under' },
  'readers.consent-link': { 'zh-CN': '授权书', en: 'Consent' },
  'readers.outcome': { 'zh-CN': '结果', en: 'Outcome' },
  'readers.done': { 'zh-CN': '已完成', en: 'Done' },
  'readers.refused': { 'zh-CN': '被拒绝', en: 'Refused' },
  'readers.others': { 'zh-CN': '机构与平台', en: 'Institutions and platform' },
  'readers.all': { 'zh-CN': '包括本企业人员', en: 'Own people too' },
  'readers.tabs': { 'zh-CN': '范围', en: 'Whose' },
  'readers.platform': { 'zh-CN': '平台自动处理', en: 'The platform by itself' },
  'readers.institution': { 'zh-CN': '一家机构', en: 'An institution' },
  'readers.items': {
    'zh-CN': (n: number) => `涉及 ${n} 个数据项`,
    en: (n: number) => (n === 1 ? '1 item' : `${n} items`),
  },
  'readers.empty': { 'zh-CN': '还没有人看过', en: 'Nobody has looked yet' },
  'readers.empty-next': {
    'zh-CN': '授权银行并提交申请后，每一次读取都会出现在这里。',
    en: 'Once you give a bank consent and apply, each of its reads appears here.',
  },
});

/** What an audit line of a firm's chain says was done; one that is missing here is shown by its code. */
const actions: TextTable = defineText({
  'consent.read': { 'zh-CN': '读取授权范围内的信息', en: 'Read data under a consent' },
  'modelling.applicant-scored': { 'zh-CN': '用银行模型评分', en: 'Scored with the bank’s model' },
  'modelling.firm-scored': { 'zh-CN': '用统计评分卡查询', en: 'Scored with a statistical card' },
  'report.made': { 'zh-CN': '出具信用报告', en: 'Made a credit report' },
  'consent.granted': { 'zh-CN': '签署授权', en: 'Gave a consent' },
  'consent.withdrawn': { 'zh-CN': '撤回授权', en: 'Withdrew a consent' },
  'application.submitted': { 'zh-CN': '提交贷款申请', en: 'Applied for a loan' },
  'application.documented': { 'zh-CN': '上传申请材料', en: 'Attached a document' },
  'application.picked-up': { 'zh-CN': '受理申请', en: 'Picked up the application' },
  'application.proposed': { 'zh-CN': '提出审批意见', en: 'Proposed a decision' },
  'application.approved': { 'zh-CN': '批准申请', en: 'Approved the application' },
  'application.declined': { 'zh-CN': '婉拒申请', en: 'Declined the application' },
  'application.returned': { 'zh-CN': '退回申请', en: 'Returned the application' },
  'application.sent-back': { 'zh-CN': '退回重审', en: 'Sent back for another look' },
  'application.offer-declined': { 'zh-CN': '谢绝报价', en: 'Turned the offer down' },
  'application.withdrawn': { 'zh-CN': '撤回申请', en: 'Withdrew the application' },
  'application.accepted': { 'zh-CN': '接受报价', en: 'Accepted the offer' },
  'application.contracted': { 'zh-CN': '签订合同', en: 'Signed the contract' },
  'application.disbursed': { 'zh-CN': '发放贷款', en: 'Paid the loan out' },
  'application.lapsed': { 'zh-CN': '申请失效', en: 'The application lapsed' },
  ...caseActions,
  'monitoring.merged': { 'zh-CN': '预警并入新证据', en: 'Added evidence to an alert' },
  'monitoring.escalated': { 'zh-CN': '预警升级', en: 'Raised an alert’s severity' },
  'monitoring.cleared': { 'zh-CN': '预警解除', en: 'Cleared an alert' },
  'monitoring.raised': { 'zh-CN': '发出预警', en: 'Raised an alert' },
  'application.file': { 'zh-CN': '查看申请档案', en: 'Opened the application file' },
  'application.export': { 'zh-CN': '导出授权范围内的记录', en: 'Exported records under a consent' },
  'application.document': { 'zh-CN': '下载申请材料', en: 'Downloaded a document' },
  'score.evaluated': { 'zh-CN': '计算信用评分', en: 'Computed the credit score' },
  'match.explained': { 'zh-CN': '查看匹配说明', en: 'Read the explanation of the match' },
  'score.explained': { 'zh-CN': '查看评分解释', en: 'Read the explanation of the score' },
  'loan.repayment-recorded': { 'zh-CN': '登记还款', en: 'Recorded a repayment' },
  'monitoring.answered': { 'zh-CN': '回复预警', en: 'Answered an alert' },
  'monitoring.closed': { 'zh-CN': '办结预警', en: 'Closed an alert' },
  'monitoring.followed-up': { 'zh-CN': '跟进预警', en: 'Followed up an alert' },
  'enterprise.registered': { 'zh-CN': '企业注册', en: 'Registered the firm' },
  'access.person-invited': { 'zh-CN': '邀请人员', en: 'Invited a colleague' },
  'access.invitation-accepted': { 'zh-CN': '接受邀请', en: 'Accepted an invitation' },
});

/** The action in words: what was opened if the line says so, else what was done; what firms have no words for, in the log's. */
export function wordAction(action: string, what: string | null, locale: Locale): string {
  const log: TextTable = auditActions;
  const wording = (what && actions[what]?.[locale]) || (actions[action] ?? log[action])?.[locale];
  return typeof wording === 'string' ? wording : action;
}
