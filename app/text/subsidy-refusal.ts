import { defineText } from '~/text/define.ts';
import { showDay, showFen } from '~/text/format.ts';

/** Why a step of a subsidy is not taken, and what to do instead. */
export const subsidyRefusals = defineText({
  'subsidy.quarter-not-over': {
    'zh-CN': '这个季度还没有结束，请在季度结束后结算。',
    en: 'This quarter is not over. Settle it once it has ended.',
  },
  'subsidy.settlement-open': {
    'zh-CN': '已有一次结算尚未完成。请先批准、退回或付清它，再发起新的结算。',
    en: 'A settlement is still under way. Approve, reject or pay it first.',
  },
  'subsidy.run-not-found': { 'zh-CN': '没有找到这次结算。', en: 'This settlement was not found.' },
  'subsidy.run-not-proposed': {
    'zh-CN': '这次结算不在待批准状态，可能已有人处理。请刷新页面查看。',
    en: 'This settlement does not wait for approval; somebody may have decided. Reload the page.',
  },
  'subsidy.run-not-approved': {
    'zh-CN': '这次结算不在付款中，无需继续付款。',
    en: 'This settlement is not being paid, so there is nothing to go on with.',
  },
  'subsidy.maker-is-checker': {
    'zh-CN': '发起人或报告人不能自己复核。请由另一位资金运营人员处理。',
    en: 'Who ordered or reported it cannot decide. Ask the other person of the funds desk.',
  },
  'subsidy.no-payer': {
    'zh-CN': '已发布的政策没有规定由这一级出资。请从列表中选择拨款方。',
    en: 'No published scheme is funded by this payer. Choose one from the list.',
  },
  'subsidy.fund-nothing': { 'zh-CN': '请填写大于零的金额。', en: 'State an amount above zero.' },
  'subsidy.fund-date': { 'zh-CN': '到账日期不能晚于今天。', en: 'The day of receipt cannot lie ahead.' },
  'subsidy.loan-not-found': { 'zh-CN': '没有找到这笔贷款。', en: 'This loan was not found.' },
  'subsidy.reclaim-open': {
    'zh-CN': '这笔贷款已有一份尚未了结的报告，请先处理它。',
    en: 'A report on this loan is still open. Deal with it first.',
  },
  'subsidy.misuse-date': {
    'zh-CN': (r: { from: string }) => `日期应在放款日 ${showDay(r.from, 'zh-CN')} 至今天之间。`,
    en: (r: { from: string }) =>
      `The day lies between the disbursement (${showDay(r.from, 'en')}) and today.`,
  },
  'subsidy.reclaim-not-found': { 'zh-CN': '没有找到这份报告。', en: 'This report was not found.' },
  'subsidy.reclaim-decided': {
    'zh-CN': '这份报告已有决定。请刷新页面查看。',
    en: 'This report was decided already. Reload the page.',
  },
  'subsidy.reclaim-not-demanded': {
    'zh-CN': '这份报告没有待追回的金额。',
    en: 'Nothing is to be returned under this report.',
  },
  'subsidy.return-nothing': { 'zh-CN': '请填写大于零的金额。', en: 'State an amount above zero.' },
  'subsidy.return-date': {
    'zh-CN': '退回日期应在决定追回之后、不晚于今天。',
    en: 'The day lies between the decision and today.',
  },
  'subsidy.return-too-much': {
    'zh-CN': (r: { openFen: string }) => `尚待退回的只有 ${showFen(r.openFen, 'zh-CN')}，请核对金额。`,
    en: (r: { openFen: string }) =>
      `Only ${showFen(r.openFen, 'en')} is still to come back. Check the amount.`,
  },
});

export const subsidyFlashes = defineText({
  'subsidy.ordered': {
    'zh-CN': '结算已发起，正在逐户计算。计算完成后由另一人批准。',
    en: 'The settlement is being worked out. Another person then approves it.',
  },
  'subsidy.approved': { 'zh-CN': '结算已批准，正在付款。', en: 'Approved; the payments are under way.' },
  'subsidy.rejected': { 'zh-CN': '结算已退回，没有付款。', en: 'Rejected; nothing is paid.' },
  'subsidy.resumed': { 'zh-CN': '正在继续付款。', en: 'The payments go on.' },
  'subsidy.funded': { 'zh-CN': '拨款已入账。', en: 'The appropriation is booked.' },
  'subsidy.refused': {
    'zh-CN': '已放弃这笔贷款今后的贴息。',
    en: 'The subsidies of this loan are refused from today.',
  },
  'subsidy.taken-up': { 'zh-CN': '已恢复享受贴息。', en: 'The subsidies of this loan are taken up again.' },
  'subsidy.purpose-stated': {
    'zh-CN': '已登记，下次结算按此计算。',
    en: 'Recorded; the next settlement counts it.',
  },
  'subsidy.reported': {
    'zh-CN': '已报告，决定之前暂停付款。',
    en: 'Reported; nothing is paid on the loan until it is decided.',
  },
  'subsidy.demanded': { 'zh-CN': '已决定追回并记账。', en: 'The reclaim is decided and booked.' },
  'subsidy.dismissed': {
    'zh-CN': '报告已驳回，贴息照常。',
    en: 'The report is dismissed; the subsidy goes on.',
  },
  'subsidy.return-booked': { 'zh-CN': '退回款已入账。', en: 'The money returned is booked.' },
});

type OfQuarter = { quarter: string };

export const subsidyNotifications = defineText({
  'subsidy.worked-out': {
    'zh-CN': ({ quarter }: OfQuarter) => `${quarter} 的贴息已自动算出，无需申请；不需要可以放弃`,
    en: ({ quarter }: OfQuarter) =>
      `Your subsidy of ${quarter} is worked out; no application is needed, and you may refuse it`,
  },
  'subsidy.paid': {
    'zh-CN': ({ quarter }: OfQuarter) => `${quarter} 的贴息已支付`,
    en: ({ quarter }: OfQuarter) => `Your subsidy of ${quarter} is paid`,
  },
  'subsidy.guarantor-paid': {
    'zh-CN': ({ quarter }: OfQuarter) => `${quarter} 的担保业务补助已支付`,
    en: ({ quarter }: OfQuarter) => `The guarantee subsidy of ${quarter} is paid`,
  },
  'subsidy.reward-paid': {
    'zh-CN': ({ quarter }: OfQuarter) => `${quarter} 的新增贷款和首贷奖励已结清`,
    en: ({ quarter }: OfQuarter) =>
      `The rewards for new lending and first loans settled with ${quarter} are booked`,
  },
  'subsidy.misuse-reported': {
    'zh-CN': ({ contract }: { contract: string }) => `贷款 ${contract} 的贴息被报告违规使用，决定前暂停支付`,
    en: ({ contract }: { contract: string }) =>
      `Misuse of the subsidy on loan ${contract} was reported; payment pauses until it is decided`,
  },
  'subsidy.reclaimed': {
    'zh-CN': '贴息被决定追回，请按期退回',
    en: 'A subsidy is reclaimed; return it by the day stated',
  },
  'subsidy.report-dismissed': {
    'zh-CN': '关于贴息的报告已驳回，贴息照常',
    en: 'The report on a subsidy was dismissed; it goes on',
  },
});
