import { defineText } from '~/text/define.ts';
import { showDay } from '~/text/format.ts';

const causes = {
  objection: ['异议成立', 'an objection was upheld'],
  correction: ['来源更正', 'its source corrected it'],
  revocation: ['记录撤销', 'it was revoked'],
  repair: ['信用修复', 'it was repaired'],
  shield: ['重整屏蔽', 'it was shielded'],
  'shield-failed': ['重整失败', 'a plan failed'],
  erasure: ['依法删除', 'it was erased'],
  'person-withdrawal': ['自然人撤回本人授权', 'a person behind the firm withdrew their own consent'],
} as const;
const causeZh = (cause: string) => causes[cause as keyof typeof causes]?.[0] ?? cause;
const causeEn = (cause: string) => causes[cause as keyof typeof causes]?.[1] ?? cause;

/** What a person is told when a right cannot be exercised this way, and what to do instead. */
export const rightsRefusals = defineText({
  'objection.not-found': { 'zh-CN': '没有找到这件异议。', en: 'No such objection was found.' },
  'objection.record-not-found': { 'zh-CN': '没有找到这条记录。', en: 'No such record was found.' },
  'objection.record-gone': {
    'zh-CN': '这条记录已经撤销或修复，不再展示和使用，无需再办理。',
    en: 'This record was revoked or repaired and is no longer shown or used: nothing is left to do.',
  },
  'objection.own-declaration': {
    'zh-CN':
      '这是贵企业自主申报的内容，不必提出异议：请到“自主申报”重新申报或撤回，新的申报签署后即替换原内容。',
    en: 'Your firm declared this itself, so there is nobody to object to: declare again or withdraw it under “Self-declared information”; a new declaration replaces this one once signed.',
  },
  'objection.pending-already': {
    'zh-CN': '这条记录已有异议在处理。请到异议页面查看进度或补充说明。',
    en: 'An objection to this record is pending. See where it stands on its page.',
  },
  'objection.not-now': {
    'zh-CN': '这件异议已经进入下一步，不能再这样办理。请刷新页面查看最新进度。',
    en: 'This objection has moved on, so this step is no longer possible. Reload to see where it stands.',
  },
  'objection.extended-already': {
    'zh-CN': '答复期限只能延长一次。',
    en: 'The answer can be extended once only.',
  },
  'objection.no-extension': {
    'zh-CN': '适用的规定没有延长期限，请按期答复。',
    en: 'The rule of this place has no extension: answer in time.',
  },
  'objection.appeal-too-late': {
    'zh-CN': (r: { until: string }) =>
      `申请复核的期限已于 ${showDay(r.until, 'zh-CN')} 届满。有新的依据可以重新提出异议。`,
    en: (r: { until: string }) =>
      `The time for a review ended on ${showDay(r.until, 'en')}. With new evidence you may object again.`,
  },
  'objection.appeal-once': {
    'zh-CN': '每件异议只能复核一次。可以在记录旁附上企业声明，或向人民银行派出机构投诉。',
    en: 'An objection is reviewed once. You may put a statement beside the record, or complain to the central bank’s branch.',
  },
  'objection.upheld-already': {
    'zh-CN': '异议已经成立，无需复核。',
    en: 'Your objection was upheld: there is nothing to review.',
  },
  'objection.change-missing': {
    'zh-CN': '异议成立时请选择更正或撤销；部分成立时请选择更正。',
    en: 'When you uphold, choose to correct or revoke; when you uphold in part, choose to correct.',
  },
  'objection.change-unwanted': {
    'zh-CN': '异议不成立时记录保持不变，请选择“不变”。',
    en: 'When you refuse, the record stays: choose “Stays as it is”.',
  },
  'objection.nothing-different': {
    'zh-CN': '更正后的内容与原记录相同。请填写不同之处。',
    en: 'The correction says the same as the record. State what differs.',
  },
  'objection.ends-before': {
    'zh-CN': '结束日期不能早于发生日期。',
    en: 'The end cannot lie before the date of the record.',
  },
  'objection.record-changed': {
    'zh-CN': '这条记录刚刚被更新或已经撤销。请刷新后按最新内容答复。',
    en: 'The record was changed or revoked meanwhile. Reload and answer on what it says now.',
  },
  'objection.own-answer': {
    'zh-CN': '这件异议由您答复，复核须由另一人办理。',
    en: 'You answered this objection: another person reviews it.',
  },
  'repair.not-found': { 'zh-CN': '没有找到这件修复申请。', en: 'No such repair was found.' },
  'repair.record-not-found': { 'zh-CN': '没有找到这条记录。', en: 'No such record was found.' },
  'repair.record-gone': {
    'zh-CN': '这条记录已经撤销或修复，无需再申请。',
    en: 'This record was revoked or repaired already: no repair is needed.',
  },
  'repair.pending-already': {
    'zh-CN': '这条记录已有修复申请在办理。',
    en: 'A repair of this record is under way already.',
  },
  'repair.not-repairable': {
    'zh-CN': '这类记录不适用信用修复。内容有误请提出异议。',
    en: 'Repair does not apply to such a record. If it is wrong, object to it.',
  },
  'repair.too-early': {
    'zh-CN': (r: { from: string }) => `最短公示期未满，最早 ${showDay(r.from, 'zh-CN')} 可以申请。`,
    en: (r: { from: string }) =>
      `The shortest publication is not over: you may apply from ${showDay(r.from, 'en')}.`,
  },
  'repair.duties-open': {
    'zh-CN': '还有修复条件没有确认。请逐项确认并写明凭证。',
    en: 'Some conditions are not confirmed. Confirm each and name its proof.',
  },
  'repair.not-now': {
    'zh-CN': '这件申请已经办结或进入下一步。请刷新页面查看。',
    en: 'This request has ended or moved on. Reload to see where it stands.',
  },
  'repair.record-changed': {
    'zh-CN': '这条记录刚刚被更新。请刷新后再作决定。',
    en: 'The record was changed meanwhile. Reload before you decide.',
  },
  'repair.firm-not-found': {
    'zh-CN': '没有这个统一社会信用代码的企业。请核对 18 位代码。',
    en: 'No firm has this credit code. Check its 18 characters.',
  },
  'restatement.not-found': { 'zh-CN': '没有找到这条通知。', en: 'No such notice was found.' },
  'restatement.handled-already': { 'zh-CN': '这一事项已经处理。', en: 'This was handled already.' },
  'restatement.same-person': {
    'zh-CN': '原决定由您作出，须由另一人复核。',
    en: 'You took the first decision: another person looks at it again.',
  },
});

export const rightsFlashes = defineText({
  'objection.filed': { 'zh-CN': '异议已提交，记录已标注。', en: 'Filed; the record is flagged.' },
  'objection.forwarded': { 'zh-CN': '已转提供单位。', en: 'Handed over to the provider.' },
  'objection.extended': { 'zh-CN': '期限已延长，企业会收到通知。', en: 'Extended; the firm is told.' },
  'objection.answered': { 'zh-CN': '答复已送达企业。', en: 'Answered; the firm is told.' },
  'objection.appealed': { 'zh-CN': '复核申请已提交。', en: 'The review was asked for.' },
  'objection.reviewed': { 'zh-CN': '复核意见已送达。', en: 'Decided; the parties are told.' },
  'objection.withdrawn': { 'zh-CN': '异议已撤回，标注已取消。', en: 'Withdrawn; the flag is gone.' },
  'objection.stated': { 'zh-CN': '声明已保存。', en: 'The statement is saved.' },
  'objection.carried-over': {
    'zh-CN': '企业合并或分立，异议随记录由承继企业继续',
    en: 'A firm was absorbed or divided: its objection goes on with the successor',
  },
  'objection.carried-back': {
    'zh-CN': '合并或分立已撤销，异议回到原企业',
    en: 'A succession was undone: the objection went back to the former firm',
  },
  'repair.carried-over': {
    'zh-CN': '企业合并或分立，修复申请随记录由承继企业继续',
    en: 'A firm was absorbed or divided: its request for repair goes on with the successor',
  },
  'repair.carried-back': {
    'zh-CN': '合并或分立已撤销，修复申请回到原企业',
    en: 'A succession was undone: the request for repair went back to the former firm',
  },
  'repair.filed': { 'zh-CN': '申请已提交，认定单位会收到通知。', en: 'Filed; the authority is told.' },
  'repair.decided': {
    'zh-CN': '决定已生效，企业会收到通知。',
    en: 'Decided with effect at once; the firm is told.',
  },
  'repair.withdrawn': { 'zh-CN': '申请已撤回。', en: 'Withdrawn.' },
  'restatement.handled': { 'zh-CN': '已处理。', en: 'Handled.' },
});

export const rightsNotifications = defineText({
  'objection.filed': { 'zh-CN': '企业对贵单位的一条记录提出异议', en: 'A firm objects to a record of yours' },
  'objection.forwarded': {
    'zh-CN': '异议已转提供单位核实',
    en: 'An objection was handed over to the provider',
  },
  'objection.extended': { 'zh-CN': '异议答复期限延长', en: 'The answer to your objection was extended' },
  'objection.answered': { 'zh-CN': '异议已有书面答复', en: 'Your objection was answered' },
  'objection.appealed': { 'zh-CN': '企业对答复申请复核', en: 'The firm asks for a review of your answer' },
  'objection.sent-back': { 'zh-CN': '复核要求重新核实', en: 'The review asks for another answer' },
  'objection.dismissed': { 'zh-CN': '复核维持答复', en: 'The review upheld the answer' },
  'objection.withdrawn': { 'zh-CN': '企业撤回异议', en: 'The firm withdrew its objection' },
  'objection.escalated': {
    'zh-CN': '异议办理超过期限，已督办',
    en: 'An objection is overdue and was escalated',
  },
  'objection.ended-moot': {
    'zh-CN': '记录已撤销，异议终止',
    en: 'The record was revoked: the objection ended',
  },
  'repair.record-arrived': {
    'zh-CN': (r: { itemZh: string; on: string; isOpen: boolean }) =>
      r.isOpen
        ? `新收到一条“${r.itemZh}”记录，现在即可申请信用修复，条件与材料见记录页`
        : `新收到一条“${r.itemZh}”记录，最早可于 ${showDay(r.on, 'zh-CN')} 申请信用修复，条件与材料见记录页`,
    en: (r: { itemEn: string; on: string; isOpen: boolean }) =>
      r.isOpen
        ? `A record of “${r.itemEn}” came in. It can be repaired now: what it takes is on its page`
        : `A record of “${r.itemEn}” came in. It can be repaired from ${showDay(r.on, 'en')}: what it takes is on its page`,
  },
  'repair.filed': { 'zh-CN': '企业申请信用修复', en: 'A firm applies for credit repair' },
  'repair.granted': {
    'zh-CN': '信用修复已同意，记录停止展示和使用',
    en: 'Repair was granted: the record is no longer shown or used',
  },
  'repair.refused': { 'zh-CN': '信用修复未获同意', en: 'Repair was refused' },
  'repair.shielded': { 'zh-CN': '重整期间屏蔽已同意', en: 'The reorganisation shield was granted' },
  'repair.performed': {
    'zh-CN': '重整计划执行完毕，永久修复',
    en: 'The plan was performed: repaired for good',
  },
  'repair.plan-failed': {
    'zh-CN': '重整计划失败，记录恢复展示',
    en: 'The plan failed: the record is shown again',
  },
  'repair.withdrawn': { 'zh-CN': '企业撤回修复申请', en: 'The firm withdrew its request for repair' },
  'repair.escalated': { 'zh-CN': '修复办理超过期限，已督办', en: 'A repair is overdue and was escalated' },
  'repair.ended-moot': {
    'zh-CN': '记录已撤销，修复申请终止',
    en: 'The record was revoked: the repair ended',
  },
  'restatement.made': {
    'zh-CN': (r: { cause: string }) => `您的评分已重述（${causeZh(r.cause)}）`,
    en: (r: { cause: string }) => `Your score was restated: ${causeEn(r.cause)}`,
  },
  'restatement.announced': {
    'zh-CN': (r: { on: string; cause: string }) =>
      `您的评分将于 ${showDay(r.on, 'zh-CN')} 下调（${causeZh(r.cause)}），可先提出异议`,
    en: (r: { on: string; cause: string }) =>
      `Your score falls on ${showDay(r.on, 'en')}: ${causeEn(r.cause)}. You may object before`,
  },
  'restatement.in-effect': {
    'zh-CN': '此前通知的评分调整已生效',
    en: 'The announced change of your score is in effect',
  },
  'restatement.viewer': {
    'zh-CN': (r: { cause: string }) => `贵机构看过的一条记录或评分已重述（${causeZh(r.cause)}）`,
    en: (r: { cause: string }) => `A record or score that you read was restated: ${causeEn(r.cause)}`,
  },
  'restatement.open-application': {
    'zh-CN': '待决申请的评分已重述，请按新评分判断',
    en: 'The score of an open application was restated: judge it on the new one',
  },
  'restatement.second-look': {
    'zh-CN': '一笔拒绝引用的记录已变更，请另一人复核',
    en: 'A record that a decline cited has changed: another person looks again',
  },
  'restatement.second-look-overdue': {
    'zh-CN': (r: { dueOn: string }) => `银行未在 ${r.dueOn} 前复核对您的决定，平台已在督促`,
    en: (r: { dueOn: string }) =>
      `A bank let the second look due on ${r.dueOn} pass; the platform follows it up`,
  },
  'restatement.invited': {
    'zh-CN': '银行复核后邀请您重新申请',
    en: 'After a second look a bank invites you to apply again',
  },
  'restatement.kept': { 'zh-CN': '银行复核后维持原决定', en: 'After a second look a bank’s decision stands' },
});
