import { defineText } from '~/text/define.ts';

const call = {
  'zh-CN': '联系企业了解原因并听取说明；情况属实的，商定还款安排，不得一刀切抽贷。',
  en: 'Call the firm and hear its reasons. If confirmed, agree on repayment; do not withdraw the loan wholesale.',
};
const verify = {
  'zh-CN': '向提供部门核实记录并听取企业说明，评估对还款来源的影响。',
  en: 'Verify the record with its provider, hear the firm, and weigh the effect on repayment.',
};
const visit = {
  'zh-CN': '实地走访，核实生产经营、订单和现金流，必要时调整风险分类。',
  en: 'Visit the firm; check production, orders and cash flow, and review the risk class where needed.',
};
const protect = {
  'zh-CN':
    '核实资产与账户状况，评估担保物和法律措施；企业有多家贷款银行的，通过债权人委员会商定，不单独抽贷。',
  en: 'Check assets and accounts, weigh collateral and legal steps. Where the firm has several lenders, agree in the creditors’ committee and do not withdraw alone.',
};
const persuade = {
  'zh-CN': '提示企业尽快补缴，并核实资金安排；缴清后记录会自动解除预警。',
  en: 'Urge the firm to pay and check its cash plan; once paid, the record clears the alert by itself.',
};

/** What the officer is asked to do; measures follow the plan's rule against cutting off credit in one stroke. */
export const signalActions = defineText({
  'monitoring.action.media-abnormal': verify,
  'monitoring.action.rollover-difficulty': call,
  'monitoring.action.interest-arrears': call,
  'monitoring.action.loan-overdue': call,
  'monitoring.action.account-frozen': protect,
  'monitoring.action.losses-in-a-row': visit,
  'monitoring.action.large-loss': visit,
  'monitoring.action.guarantee-unpaid': protect,
  'monitoring.action.tax-fall': visit,
  'monitoring.action.tax-late-filing': persuade,
  'monitoring.action.social-arrears': persuade,
  'monitoring.action.tax-arrears': persuade,
  'monitoring.action.tax-violation': verify,
  'monitoring.action.litigation': protect,
  'monitoring.action.enforcement': protect,
  'monitoring.action.dishonesty': protect,
  'monitoring.action.penalty-serious': verify,
  'monitoring.action.abnormal-operation-list': verify,
  'monitoring.action.wages-unpaid': visit,
  'monitoring.action.labour-dispute': visit,
  'monitoring.action.utility-arrears': persuade,
  'monitoring.action.utility-fall': visit,
});
