import { defineText } from '~/text/define.ts';

/** What the audit log calls each act on a repair (信用修复). */
export const repairActions = defineText({
  'repair.carried-over': { 'zh-CN': '修复申请随承继转移', en: 'Carried a repair over to a successor' },
  'repair.carried-back': { 'zh-CN': '修复申请随承继撤销转回', en: 'Carried a repair back' },
  'repair.filed': { 'zh-CN': '申请信用修复', en: 'Applied for repair' },
  'repair.granted': { 'zh-CN': '同意信用修复', en: 'Granted a repair' },
  'repair.refused': { 'zh-CN': '不予信用修复', en: 'Refused a repair' },
  'repair.shielded': { 'zh-CN': '同意重整屏蔽', en: 'Granted a shield' },
  'repair.performed': { 'zh-CN': '重整修复完成', en: 'Completed a shield' },
  'repair.plan-failed': { 'zh-CN': '恢复重整屏蔽的记录', en: 'Brought a shielded record back' },
  'repair.withdrawn': { 'zh-CN': '撤回修复申请', en: 'Withdrew a repair' },
  'repair.escalated': { 'zh-CN': '督办超期修复', en: 'Escalated a repair' },
  'repair.ended-moot': { 'zh-CN': '修复申请终止', en: 'Ended a repair as moot' },
  'repair.opened': { 'zh-CN': '查看修复申请', en: 'Opened a repair' },
  'repair.sealed-replayed': { 'zh-CN': '回看封存记录', en: 'Read sealed records' },
});
