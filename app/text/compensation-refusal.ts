import { claimStateNames, evidenceName } from '~/text/compensation-words.ts';
import { defineText } from '~/text/define.ts';
import { showDay, showFen } from '~/text/format.ts';
import { wordPolicyLine } from '~/text/policy-line.ts';

type Span = { from: string; to: string };
const plainNames = { region: (code: string) => code, scheme: (code: string) => code };

/** Why a step of a claim is not taken, and what to do. */
export const compensationRefusals = defineText({
  'compensation.not-found': { 'zh-CN': '没有此项。', en: 'There is no such thing.' },
  'compensation.wrong-state': {
    'zh-CN': (r: { state: string }) =>
      `申请当前为“${claimStateNames(r.state, 'zh-CN')}”，不能进行这一步。请刷新页面查看最新状态。`,
    en: (r: { state: string }) =>
      `The claim is “${claimStateNames(r.state, 'en')}” now; this step is not open. Reload the page.`,
  },
  'compensation.already-claimed': {
    'zh-CN': '这笔贷款已有一件未结的补偿申请。请在该申请中继续办理。',
    en: 'This loan has an open claim already. Go on in that claim.',
  },
  'compensation.not-lost': {
    'zh-CN': '贷款尚未列为不良（次级、可疑、损失），也未核销，暂不能申请补偿。分类变化后可再来申请。',
    en: 'The loan is neither non-performing nor written off, so it cannot be claimed yet. Come back when its class changes.',
  },
  'compensation.nothing-lost': {
    'zh-CN': '认定日未还本金为零，没有可补偿的损失。请核对认定日期。',
    en: 'No principal was unpaid on that day: there is no loss. Check the day of determination.',
  },
  'compensation.determined-outside': {
    'zh-CN': (r: Span) =>
      `损失认定日期应在 ${showDay(r.from, 'zh-CN')}（放款）至 ${showDay(r.to, 'zh-CN')} 之间。`,
    en: (r: Span) =>
      `The loss is determined between ${showDay(r.from, 'en')} (disbursement) and ${showDay(r.to, 'en')}.`,
  },
  'compensation.others-above-loss': {
    'zh-CN': (r: { lossFen: string }) =>
      `担保和保险合计不能超过损失 ${showFen(r.lossFen, 'zh-CN')}。请核对两项金额。`,
    en: (r: { lossFen: string }) =>
      `Guarantor and insurer together cannot bear more than the loss of ${showFen(r.lossFen, 'en')}. Check both.`,
  },
  'compensation.guarantor-claims': {
    'zh-CN': '这笔贷款备案为担保模式，由代偿的担保机构在其工作台申请补偿。',
    en: 'This loan is enrolled in guarantor mode: the guarantor that paid claims at its own desk.',
  },
  'compensation.guarantor-not-paid': {
    'zh-CN': '还没有登记代偿。请先在合同页登记代偿金额，再申请补偿。',
    en: 'No payment is recorded yet. Record what you paid on the page of the contract, then claim.',
  },
  'compensation.not-enrolled': {
    'zh-CN': '这笔贷款没有担保模式的备案，担保机构不能申请补偿。请与放款银行核对备案情况。',
    en: 'This loan is not enrolled in guarantor mode, so there is nothing for a guarantor to claim. Ask the bank about its enrolment.',
  },
  'compensation.evidence-missing': {
    'zh-CN': (r: { missing: string[] }) =>
      `还缺少证明：${r.missing.map((code) => evidenceName(code, 'zh-CN')).join('、')}。请补齐编号和日期后提交。`,
    en: (r: { missing: string[] }) =>
      `Proof is missing: ${r.missing.map((code) => evidenceName(code, 'en')).join('; ')}. Add number and date.`,
  },
  'compensation.determination-missing': {
    'zh-CN': (r: { lines: { code: string }[] }) =>
      `${r.lines.map((line) => wordPolicyLine(line, 'zh-CN', plainNames)).join('')}请补充认定文书，或改选其他成因。`,
    en: (r: { lines: { code: string }[] }) =>
      `${r.lines.map((line) => wordPolicyLine(line, 'en', plainNames)).join(' ')} Add the determination or choose another cause.`,
  },
  'compensation.share-to-agree': {
    'zh-CN': '此成因的分担比例由政府与银行商定。请填写商定的比例。',
    en: 'For this cause government and bank agree on the share. State the share they agreed on.',
  },
  'compensation.share-not-published': {
    'zh-CN': '该方案的补偿比例尚未公布，暂不能申请。请与资金运营人员联系。',
    en: 'The share of this scheme is not published, so nothing can be claimed yet. Ask the funds desk.',
  },
  'compensation.nothing-held': {
    'zh-CN': '资金池余额不足或额度已满，尚未为这件申请预留资金。有资金回流后会按顺序自动预留。',
    en: 'Nothing is reserved for this claim: the pool or a limit is used up. It is reserved in turn when money comes in.',
  },
  'compensation.not-proposed': {
    'zh-CN': '还没有人提出结算意见。请先由另一位资金运营人员提出。',
    en: 'Nobody has proposed a settlement yet. The other funds operator proposes first.',
  },
  'compensation.same-person': {
    'zh-CN': '提出和复核不能是同一人。请由另一位资金运营人员复核。',
    en: 'Who proposes cannot confirm. The other funds operator confirms.',
  },
  'compensation.claim-closed': {
    'zh-CN': '这件申请已不予补偿或已撤回，追回款项请直接登记为贷款还款。',
    en: 'This claim was refused or withdrawn. Record the money as a repayment of the loan.',
  },
  'compensation.recovery-date': {
    'zh-CN': (r: Span) => `追回日期应在 ${showDay(r.from, 'zh-CN')} 至 ${showDay(r.to, 'zh-CN')} 之间。`,
    en: (r: Span) => `The day is between ${showDay(r.from, 'en')} and ${showDay(r.to, 'en')}.`,
  },
  'compensation.recovery-nothing': {
    'zh-CN': '请填写大于零的追回金额。',
    en: 'State an amount above zero.',
  },
  'compensation.costs-above': {
    'zh-CN': (r: { grossFen: string }) => `费用不能超过追回金额 ${showFen(r.grossFen, 'zh-CN')}。`,
    en: (r: { grossFen: string }) => `Costs cannot exceed the ${showFen(r.grossFen, 'en')} that came back.`,
  },
  'compensation.recovery-above-loss': {
    'zh-CN': (r: { leftFen: string }) =>
      `扣除费用后不能超过尚未追回的损失 ${showFen(r.leftFen, 'zh-CN')}。多出部分请登记为利息还款。`,
    en: (r: { leftFen: string }) =>
      `Net of costs it cannot exceed the loss still open, ${showFen(r.leftFen, 'en')}. Record the rest as interest.`,
  },
  'compensation.nothing-to-settle': {
    'zh-CN': '没有已足额预留、可以批量结算的申请。',
    en: 'No claim is reserved in full, so there is nothing to settle together.',
  },
  'compensation.share-format': {
    'zh-CN': '请填写 0 至 100 之间的百分比，最多两位小数，如 55 或 62.5。',
    en: 'State a percentage between 0 and 100 with at most two decimals, such as 55 or 62.5.',
  },
  'compensation.batch-state': {
    'zh-CN': '批次状态已变化，不能进行这一步。请刷新页面。',
    en: 'The batch has moved on; this step is not open. Reload the page.',
  },
});
