import { defineText } from '~/text/define.ts';

/** The audit log: search, verification, export. */
export const auditText = defineText({
  'audit.title': { 'zh-CN': '审计查询', en: 'Audit search' },
  'audit.lede': {
    'zh-CN': '谁、何时、以什么目的、看了或做了什么。日志只增不改，每条与前一条以哈希相连。',
    en: 'Who read or did what, when and for what purpose. The log only grows; each line is chained to the one before it by a hash.',
  },
  'audit.export': { 'zh-CN': '导出 CSV', en: 'Export CSV' },
  'audit.caption': { 'zh-CN': '审计日志', en: 'Audit log' },
  'audit.none': { 'zh-CN': '没有符合条件的记录', en: 'No line fits' },
  'audit.at': { 'zh-CN': '时间', en: 'Time' },
  'audit.who': { 'zh-CN': '人员', en: 'Who' },
  'audit.role': { 'zh-CN': '角色', en: 'Role' },
  'audit.institution': { 'zh-CN': '机构', en: 'Institution' },
  'audit.firm': { 'zh-CN': '企业', en: 'Firm' },
  'audit.uscc': { 'zh-CN': '统一社会信用代码', en: 'Credit code' },
  'audit.action': { 'zh-CN': '操作', en: 'Action' },
  'audit.purpose': { 'zh-CN': '目的', en: 'Purpose' },
  'audit.consent': { 'zh-CN': '授权', en: 'Consent' },
  'audit.outcome': { 'zh-CN': '结果', en: 'Outcome' },
  'audit.outcome.ok': { 'zh-CN': '完成', en: 'Done' },
  'audit.outcome.refused': { 'zh-CN': '拒绝', en: 'Refused' },
  'audit.line': { 'zh-CN': '链与序号', en: 'Chain and number' },
  'audit.hash': { 'zh-CN': '哈希', en: 'Hash' },
  'audit.detail': { 'zh-CN': '明细', en: 'Detail' },
  'audit.stream.platform': { 'zh-CN': '平台链', en: 'Platform' },
  'audit.stream.firm': { 'zh-CN': '企业链', en: 'Firm' },
  'audit.system': { 'zh-CN': '平台自动', en: 'Platform, by itself' },
  'audit.anonymous': { 'zh-CN': '未登录', en: 'Not signed in' },
  'audit.all': { 'zh-CN': '全部', en: 'All' },
  'audit.filter.who': { 'zh-CN': '人员姓名', en: 'Name of the person' },
  'audit.filter.firm': { 'zh-CN': '企业名称或代码', en: 'Firm: name or credit code' },
  'audit.filter.from': { 'zh-CN': '自', en: 'From' },
  'audit.filter.to': { 'zh-CN': '至', en: 'To' },
  'audit.chain.whole': { 'zh-CN': '审计链完整', en: 'The chains are whole' },
  'audit.chain.broken': { 'zh-CN': '审计链被破坏', en: 'A chain is broken' },
  'audit.chain.never': { 'zh-CN': '审计链尚未验证', en: 'Not verified yet' },
  'audit.chain.counted': {
    'zh-CN': (streams: string, entries: string) => `${streams} 条链，${entries} 条记录，逐条重算一致。`,
    en: (streams: string, entries: string) =>
      `${streams} chains with ${entries} lines, each recomputed and found equal.`,
  },
  'audit.chain.verified-at': { 'zh-CN': '验证时间', en: 'Verified at' },
  'audit.chain.never-why': {
    'zh-CN': '每天自动验证一次，也可以现在就验证。',
    en: 'It is verified every day by itself; you can also do it now.',
  },
  'audit.chain.act': {
    'zh-CN': '请立即保全数据库与备份，并报告安全管理员；在查明前不要继续写入。',
    en: 'Preserve the database and its backups at once and tell the security administrator; write nothing more until it is explained.',
  },
  'audit.chain.verify': { 'zh-CN': '现在验证', en: 'Verify now' },
  'audit.fault.changed': {
    'zh-CN': (stream: string, seq: string) => `${stream} 第 ${seq} 条：内容或哈希被改动。`,
    en: (stream: string, seq: string) => `${stream}, line ${seq}: the text or its hash was changed.`,
  },
  'audit.fault.column': {
    'zh-CN': (stream: string, seq: string) => `${stream} 第 ${seq} 条：检索字段与原文不符。`,
    en: (stream: string, seq: string) =>
      `${stream}, line ${seq}: a column says something else than the text.`,
  },
  'audit.fault.missing': {
    'zh-CN': (stream: string, seq: string) => `${stream} 第 ${seq} 条之前：有记录缺失或次序被改。`,
    en: (stream: string, seq: string) => `${stream}, before line ${seq}: a line is missing or out of order.`,
  },
  'audit.fault.cut': {
    'zh-CN': (stream: string, seq: string) => `${stream} 自第 ${seq} 条起：末尾被截断。`,
    en: (stream: string, seq: string) => `${stream}, from line ${seq}: the end was cut off.`,
  },
  'audit.fault.anchor': {
    'zh-CN': (stream: string, seq: string) => `${stream} 第 ${seq} 条：与平台链中锚定的哈希不符。`,
    en: (stream: string, seq: string) =>
      `${stream}, line ${seq}: it differs from the hash anchored in the platform’s chain.`,
  },
  'audit.cli.summary': {
    'zh-CN': '重算审计日志的每一条链，找出改动、缺失与截断',
    en: 'Recompute every chain of the audit log and find changes, gaps and cuts',
  },
  'audit.cli.bar': { 'zh-CN': '验证', en: 'Verifying' },
  'audit.cli.whole': {
    'zh-CN': (streams: string, entries: string, seconds: string) =>
      `审计链完整：${streams} 条链，${entries} 条记录，用时 ${seconds} 秒。`,
    en: (streams: string, entries: string, seconds: string) =>
      `The audit log is whole: ${streams} chains, ${entries} lines, ${seconds} s.`,
  },
  'audit.cli.broken': {
    'zh-CN': (fault: string) => `审计链被破坏。${fault}请保全数据库与备份，并报告安全管理员。`,
    en: (fault: string) =>
      `The audit log is broken. ${fault} Preserve the database and its backups and tell the security administrator.`,
  },
});

export const auditFlashes = defineText({
  'audit.verification-ordered': {
    'zh-CN': '已开始验证，请稍后刷新查看结果。',
    en: 'Verification has begun. Reload in a moment for the verdict.',
  },
});
