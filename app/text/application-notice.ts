import { defineText } from '~/text/define.ts';

export const applicationFlashes = defineText({
  'application.submitted': {
    'zh-CN': (n: number) => `已提交 ${n} 笔申请，授权已签署。银行会在时限内答复。`,
    en: (n: number) =>
      n === 1
        ? 'Applied; the consent is signed. The bank has its clock.'
        : `Applied to ${n} products; the consents are signed. Each bank has its clock.`,
  },
  'application.documents-asked': { 'zh-CN': '已通知企业补充材料。', en: 'The firm was asked for documents.' },
  'application.second-look-asked': {
    'zh-CN': '已提交复议要求，银行会在时限内答复。',
    en: 'Asked for. The bank has its clock.',
  },
  'application.second-look-uphold': {
    'zh-CN': '已维持原决定，企业已收到理由。',
    en: 'Upheld; the firm got your reason.',
  },
  'application.second-look-reopen': {
    'zh-CN': '已重新审查，请由没有参与过的经办人领取。',
    en: 'Reopened; an officer who had no hand in it picks it up.',
  },
  'application.interest-declared': { 'zh-CN': '已登记回避。', en: 'Your interest is declared.' },
  'application.assigned': {
    'zh-CN': (n: number) => `已分派 ${n} 笔申请。`,
    en: (n: number) => (n === 1 ? 'Assigned.' : `${n} applications assigned.`),
  },
  'application.view-kept': { 'zh-CN': '视图已保存。', en: 'The view is kept.' },
  'application.view-dropped': { 'zh-CN': '视图已删除。', en: 'The view was dropped.' },
  'application.transferred': { 'zh-CN': '已移交。', en: 'It is transferred.' },
  'application.authority-set': { 'zh-CN': '审批权限已更新。', en: 'The limit is set.' },
  'application.authority-lent': { 'zh-CN': '委托已生效。', en: 'The limit is lent.' },
  'application.authority-taken-back': { 'zh-CN': '委托已收回。', en: 'Taken back.' },
  'application.withdrawn': { 'zh-CN': '申请已撤回。', en: 'The application was withdrawn.' },
  'application.documented': {
    'zh-CN': (n: number) => `已上传 ${n} 个文件。`,
    en: (n: number) => (n === 1 ? 'Uploaded.' : `${n} files uploaded.`),
  },
  'application.accepted': {
    'zh-CN': '已接受授信方案，银行会联系您签订合同。',
    en: 'Offer accepted. The bank will arrange the contract.',
  },
  'application.offer-declined': { 'zh-CN': '已谢绝授信方案。', en: 'Offer declined.' },
  'application.picked-up': {
    'zh-CN': '已领取，请在时限内提出意见。',
    en: 'Yours now. Propose before the clock runs out.',
  },
  'application.proposed': { 'zh-CN': '已提交复核。', en: 'Put to the second person.' },
  'application.sent-back': { 'zh-CN': '已退回经办人重审。', en: 'Sent back to the officer.' },
  'application.approved': {
    'zh-CN': '已签发授信方案，企业已收到通知。',
    en: 'Offer issued; the firm was told.',
  },
  'application.declined': {
    'zh-CN': '已签发决定，企业已收到原因和改善办法。',
    en: 'Decision issued; the firm got the reasons.',
  },
  'application.contracted': {
    'zh-CN': '合同已登记，可以登记放款。',
    en: 'Contract recorded. Record the disbursement next.',
  },
  'loan.disbursed': {
    'zh-CN': '放款已登记，还款计划已生成。',
    en: 'Disbursement recorded; the schedule is made.',
  },
});

type Names = {
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly productZh: string;
  readonly productEn: string;
};

/** What the other party's inbox says of a step. */
export const applicationNotifications = defineText({
  'application.submitted': {
    'zh-CN': (r: Names) => `${r.firm}申请“${r.productZh}”`,
    en: (r: Names) => `${r.firm} applied for ${r.productEn}`,
  },
  'application.picked-up': {
    'zh-CN': (r: Names) => `${r.bankZh}已受理“${r.productZh}”申请`,
    en: (r: Names) => `${r.bankEn} picked up your application for ${r.productEn}`,
  },
  'application.approved': {
    'zh-CN': (r: Names) => `${r.bankZh}批准了“${r.productZh}”，请查看授信方案`,
    en: (r: Names) => `${r.bankEn} approved ${r.productEn}: see the offer`,
  },
  'application.declined': {
    'zh-CN': (r: Names) => `${r.bankZh}未批准“${r.productZh}”，请查看原因和改善办法`,
    en: (r: Names) => `${r.bankEn} declined ${r.productEn}: see the reasons and what you can do`,
  },
  'application.withdrawn': {
    'zh-CN': (r: Names) => `${r.firm}撤回了“${r.productZh}”申请`,
    en: (r: Names) => `${r.firm} withdrew its application for ${r.productEn}`,
  },
  'application.accepted': {
    'zh-CN': (r: Names) => `${r.firm}接受了“${r.productZh}”授信方案，请签订合同`,
    en: (r: Names) => `${r.firm} accepted the offer for ${r.productEn}: sign the contract`,
  },
  'application.offer-declined': {
    'zh-CN': (r: Names) => `${r.firm}谢绝了“${r.productZh}”授信方案`,
    en: (r: Names) => `${r.firm} declined the offer for ${r.productEn}`,
  },
  'application.contracted': {
    'zh-CN': (r: Names) => `${r.bankZh}已登记“${r.productZh}”贷款合同`,
    en: (r: Names) => `${r.bankEn} recorded the contract for ${r.productEn}`,
  },
  'application.disbursed': {
    'zh-CN': (r: Names) => `${r.bankZh}已放款“${r.productZh}”`,
    en: (r: Names) => `${r.bankEn} paid out ${r.productEn}`,
  },
  'application.returned': {
    'zh-CN': (r: Names) => `“${r.productZh}”申请超过办理时限，已退回${r.firm}`,
    en: (r: Names) => `The application for ${r.productEn} passed its clock and went back to ${r.firm}`,
  },
  'application.documents-asked': {
    'zh-CN': (r: Names) => `${r.bankZh}请您为“${r.productZh}”申请补充材料`,
    en: (r: Names) => `${r.bankEn} asks for documents for ${r.productEn}`,
  },
  'application.transferred': {
    'zh-CN': (r: Names & { branchZh?: string | null }) =>
      `${r.firm}的“${r.productZh}”申请移交到${r.bankZh}${r.branchZh ?? '总行'}办理`,
    en: (r: Names & { branchEn?: string | null }) =>
      `The application of ${r.firm} for ${r.productEn} now lies with ${r.bankEn}, ${r.branchEn ?? 'head office'}`,
  },
  'application.watch-stopped': {
    'zh-CN': (r: Names & { branchZh?: string | null }) =>
      `${r.bankZh}${r.branchZh ?? '总行'}不在${r.firm}的贷后授权之内，“${r.productZh}”的贷后查看已停止；企业另行授权后恢复`,
    en: (r: Names & { branchEn?: string | null }) =>
      `${r.firm} gave no consent for watching its loan (${r.productEn}) to ${r.bankEn}, ${r.branchEn ?? 'head office'}: watching stopped until it gives one`,
  },
  'application.resumed': {
    'zh-CN': (r: Names) => `${r.firm}已为“${r.productZh}”申请补充材料，时限恢复`,
    en: (r: Names) => `${r.firm} added documents for ${r.productEn}; the clock runs again`,
  },
  'application.pause-ended': {
    'zh-CN': (r: Names) => `“${r.productZh}”补充材料期限已过，银行办理时限恢复`,
    en: (r: Names) => `The days for documents for ${r.productEn} are over; the bank’s clock runs again`,
  },
  'application.second-look-asked': {
    'zh-CN': (r: Names) => `${r.firm}要求对“${r.productZh}”的决定复议`,
    en: (r: Names) => `${r.firm} asks for a second look at ${r.productEn}`,
  },
  'application.second-look-refused': {
    'zh-CN': (r: Names) => `${r.bankZh}复议后维持对“${r.productZh}”的决定，请查看理由`,
    en: (r: Names) => `${r.bankEn} upheld its decision on ${r.productEn}: see why`,
  },
  'application.reopened': {
    'zh-CN': (r: Names) => `${r.bankZh}复议后重新审查“${r.productZh}”申请`,
    en: (r: Names) => `${r.bankEn} reopened your application for ${r.productEn}`,
  },
  'application.lapsed': {
    'zh-CN': (r: Names) => `“${r.productZh}”授信方案到期未接受、未签合同或签约后未放款，已失效`,
    en: (r: Names) =>
      `The offer for ${r.productEn} has ended: not accepted, no contract signed, or no money paid out in time`,
  },
});
