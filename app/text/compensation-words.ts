import { defineText, type Entry, type Locale, type TextTable } from '~/text/define.ts';

/** Names of states, causes, proofs and duties that sentences quote. */
export const compensationWords = defineText({
  'claim.state.waiting': { 'zh-CN': '排队中', en: 'Waiting' },
  'claim.state.held': { 'zh-CN': '已预留，待审核', en: 'Reserved, under review' },
  'claim.state.returned': { 'zh-CN': '待银行补充', en: 'Back at the bank' },
  'claim.state.proposed': { 'zh-CN': '待复核', en: 'To be confirmed' },
  'claim.state.paid': { 'zh-CN': '已补偿', en: 'Paid' },
  'claim.state.refused': { 'zh-CN': '不予补偿', en: 'Refused' },
  'claim.state.withdrawn': { 'zh-CN': '已撤回', en: 'Withdrawn' },
  'claim.waits.pool': { 'zh-CN': '资金池余额不足，等待回流', en: 'The pool is used up; waiting for money' },
  'claim.waits.limit': { 'zh-CN': '年度额度已满', en: 'A yearly limit is used up' },
  'claim.waits.fuse': { 'zh-CN': '触发熔断，暂缓受理', en: 'Deferred by the fuse' },
  'claim.waits.turn': { 'zh-CN': '前面还有申请在等待', en: 'Others before it are waiting' },
  'claim.waits.anew': {
    'zh-CN': '还款已撤销，应补金额增加，请重新认定',
    en: 'A repayment was undone and more is owed: to be determined anew',
  },
  'claim.cause.market': { 'zh-CN': '市场或经营原因', en: 'Market or business' },
  'claim.cause.disaster-or-illness': {
    'zh-CN': '灾害、死亡或重大疾病',
    en: 'Disaster, death or serious illness',
  },
  'claim.cause.wilful-default': { 'zh-CN': '恶意逃废债', en: 'Wilful default' },
  'claim.cause.township-recommended': { 'zh-CN': '乡镇推荐的贷款', en: 'Recommended by the township' },
  'claim.cause.bank-negligence': { 'zh-CN': '银行未尽职', en: 'The bank failed to act' },
  'claim.cause.other': { 'zh-CN': '其他（比例另行商定）', en: 'Other (share to be agreed)' },
  'claim.proof.enrolment-record': { 'zh-CN': '备案记录', en: 'Enrolment' },
  'claim.proof.application-record': { 'zh-CN': '申请受理记录', en: 'Application received' },
  'claim.proof.document-record': { 'zh-CN': '申请材料', en: 'Documents of the application' },
  'claim.proof.decision-record': { 'zh-CN': '双人审批记录', en: 'Decision of two people' },
  'claim.proof.loan-contract': { 'zh-CN': '借款合同', en: 'Loan contract' },
  'claim.proof.disbursement-record': { 'zh-CN': '放款记录', en: 'Disbursement' },
  'claim.proof.overdue-record': { 'zh-CN': '逾期记录', en: 'Days past due' },
  'claim.proof.class-record': { 'zh-CN': '风险分类记录', en: 'Risk classes' },
  'claim.proof.alert-record': { 'zh-CN': '贷后预警处置记录', en: 'Alerts followed up' },
  'claim.proof.collection-record': { 'zh-CN': '催收记录', en: 'Record of collection' },
  'claim.proof.loss-determination': { 'zh-CN': '损失认定书', en: 'Determination of the loss' },
  'claim.proof.disaster-or-illness-proof': {
    'zh-CN': '灾害、死亡或疾病证明',
    en: 'Proof of disaster, death or illness',
  },
  'claim.proof.evasion-determination': { 'zh-CN': '逃废债认定书', en: 'Determination of debt evasion' },
  'claim.proof.court-filing': { 'zh-CN': '起诉或仲裁受理材料', en: 'Court or arbitration filing' },
  'claim.proof.township-recommendation': { 'zh-CN': '乡镇推荐函', en: "Township's recommendation" },
  'claim.proof.share-agreement': { 'zh-CN': '分担比例协议', en: 'Agreement on the share' },
  'claim.duty.due-diligence': { 'zh-CN': '贷前调查', en: 'Due diligence before the loan' },
  'claim.duty.two-person-decision': { 'zh-CN': '贷中审批，经办与审批分离', en: 'Decision by two people' },
  'claim.duty.contract-and-disbursement': { 'zh-CN': '签约与放款', en: 'Contract and disbursement' },
  'claim.duty.post-loan-watch': { 'zh-CN': '贷后检查与风险分类', en: 'Watching the loan, classing its risk' },
  'claim.duty.overdue-noticed': { 'zh-CN': '发现逾期', en: 'Arrears noticed' },
  'claim.duty.collection': { 'zh-CN': '催收与法律措施', en: 'Collection and legal steps' },
  'claim.duty.loss-established': { 'zh-CN': '损失认定', en: 'Loss established' },
});

const wordOf = (key: string, locale: Locale, fallback: string): string => {
  const entry: Entry | undefined = (compensationWords as TextTable)[key];
  const wording = entry?.[locale];
  return typeof wording === 'string' ? wording : fallback;
};

export const claimStateNames = (state: string, locale: Locale): string =>
  wordOf(`claim.state.${state}`, locale, state);
export const waitsName = (waits: string, locale: Locale): string =>
  wordOf(`claim.waits.${waits}`, locale, waits);
export const causeName = (cause: string, locale: Locale): string =>
  wordOf(`claim.cause.${cause}`, locale, cause);
export const evidenceName = (code: string, locale: Locale): string =>
  wordOf(`claim.proof.${code}`, locale, code);
export const dutyName = (code: string, locale: Locale): string => wordOf(`claim.duty.${code}`, locale, code);
