import { defineText, type Entry, type Locale, type TextTable } from '~/text/define.ts';

/** What the audit log calls each action; a test finds those that are logged and not named here. */
export const auditActions = defineText({
  'access.denied': { 'zh-CN': '越权访问被拒', en: 'Access refused' },
  'access.invitation-accepted': { 'zh-CN': '接受邀请', en: 'Accepted an invitation' },
  'access.invitation-revoked': { 'zh-CN': '撤销邀请', en: 'Revoked an invitation' },
  'access.other-sessions-ended': { 'zh-CN': '退出其他设备', en: 'Signed out elsewhere' },
  'access.missed': {
    'zh-CN': '访问不属于本单位或不存在的记录',
    en: 'Asked for what is not theirs or not there',
  },
  'access.password-changed': { 'zh-CN': '修改密码', en: 'Changed the password' },
  'access.person-disabled': { 'zh-CN': '停用账户', en: 'Disabled an account' },
  'access.person-invited': { 'zh-CN': '邀请人员', en: 'Invited a person' },
  'access.person-restored': { 'zh-CN': '恢复账户', en: 'Restored an account' },
  'access.sign-in-refused': { 'zh-CN': '登录被拒', en: 'Sign-in refused' },
  'access.signed-in': { 'zh-CN': '登录', en: 'Signed in' },
  'application.documented': { 'zh-CN': '补充申请材料', en: 'Added documents to an application' },
  'application.submitted': { 'zh-CN': '提交贷款申请', en: 'Submitted an application' },
  'audit.exported': { 'zh-CN': '导出审计日志', en: 'Exported the audit log' },
  'audit.heads-anchored': { 'zh-CN': '锚定审计链', en: 'Anchored the chains' },
  'audit.searched': { 'zh-CN': '查询审计日志', en: 'Searched the audit log' },
  'audit.verification-ordered': { 'zh-CN': '要求验证审计链', en: 'Ordered a verification' },
  'audit.verified': { 'zh-CN': '验证审计链', en: 'Verified the chains' },
  'consent.granted': { 'zh-CN': '签署授权', en: 'Granted a consent' },
  'consent.read': { 'zh-CN': '按授权查询', en: 'Read under a consent' },
  'consent.withdrawn': { 'zh-CN': '撤回授权', en: 'Withdrew a consent' },
  'enterprise.registered': { 'zh-CN': '企业注册', en: 'Registered a firm' },
  'institution.applied': { 'zh-CN': '登记机构', en: 'Entered an institution' },
  'institution.approved': { 'zh-CN': '批准机构接入', en: 'Approved an institution' },
  'institution.assessed': { 'zh-CN': '登记安全评估', en: 'Recorded an assessment' },
  'institution.resumed': { 'zh-CN': '恢复机构', en: 'Resumed an institution' },
  'institution.suspended': { 'zh-CN': '暂停机构', en: 'Suspended an institution' },
  'ledger.exported': { 'zh-CN': '导出账户资料', en: 'Exported ledger accounts' },
  'ledger.opened': { 'zh-CN': '查看资金总账', en: 'Opened the ledger' },
  'ledger.statement-opened': { 'zh-CN': '查看对账单', en: 'Opened a statement' },
  'ledger.period-closed': { 'zh-CN': '会计期间关账', en: 'Closed an accounting period' },
  'loan.opened': { 'zh-CN': '查看贷款', en: 'Opened a loan' },
  'loan.repayment-recorded': { 'zh-CN': '登记还款', en: 'Recorded a repayment' },
  'match.batch-made': { 'zh-CN': '批量匹配', en: 'Matched in batch' },
  'monitoring.answered': { 'zh-CN': '企业说明预警', en: 'Answered an alert' },
  'monitoring.closed': { 'zh-CN': '关闭预警', en: 'Closed an alert' },
  'monitoring.followed-up': { 'zh-CN': '跟进预警', en: 'Followed up an alert' },
  'monitoring.opened': { 'zh-CN': '查看预警', en: 'Opened an alert' },
  'overview.funded-firm-opened': { 'zh-CN': '查看获贷企业', en: 'Opened a funded firm' },
  'overview.funded-firms-exported': { 'zh-CN': '导出获贷企业', en: 'Exported the funded firms' },
  'overview.funded-firms-listed': { 'zh-CN': '查看获贷企业清单', en: 'Listed the funded firms' },
  'overview.funnel-read': { 'zh-CN': '查看漏斗统计', en: 'Read the funnel' },
  'record.batch-read': { 'zh-CN': '查看数据批次', en: 'Read a batch' },
  'record.delivered': { 'zh-CN': '报送数据', en: 'Delivered records' },
  'record.ingested': { 'zh-CN': '数据入库', en: 'Took in a batch' },
  'record.refused': { 'zh-CN': '数据批次被拒', en: 'Refused a batch' },
  'record.rejects-exported': { 'zh-CN': '导出隔离记录', en: 'Exported quarantined rows' },
  'record.replayed': { 'zh-CN': '重新处理批次', en: 'Replayed a batch' },
  'score.batch-made': { 'zh-CN': '批量评分', en: 'Scored in batch' },
  'score.evaluated': { 'zh-CN': '信用评价', en: 'Scored a firm' },
  'score.explained': { 'zh-CN': '查看评分说明', en: 'Explained a score' },
});

/** The words for an action of the log; an action of a version before this one stands as its code. */
export function wordAction(action: string, locale: Locale): string {
  const entry: Entry | undefined = (auditActions as TextTable)[action];
  const wording = entry?.[locale];
  return typeof wording === 'string' ? wording : action;
}
