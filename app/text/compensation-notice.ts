import { defineText } from '~/text/define.ts';

/** What the inbox says about a claim, and the sentence after each command. */
export const compensationNotifications = defineText({
  'compensation.not-enrolled': {
    'zh-CN': ({ contract }: { contract: string }) =>
      `贷款 ${contract} 未能备案：备案贷款已达资金池的放大倍数上限，将来不能申请补偿`,
    en: ({ contract }: { contract: string }) =>
      `Loan ${contract} was not enrolled: the pool carries as much lending as its scheme allows, so it cannot be claimed`,
  },
  'compensation.claimed': {
    'zh-CN': '银行就您的贷款申请了风险补偿',
    en: 'The bank claimed compensation on your loan',
  },
  'compensation.lapsed': {
    'zh-CN': '一件补偿申请的预留资金到期释放',
    en: 'The money reserved for a claim ran out',
  },
  'compensation.returned': { 'zh-CN': '一件补偿申请需要补充材料', en: 'A claim needs more proof' },
  'compensation.paid': { 'zh-CN': '一件补偿申请已支付', en: 'A claim was paid' },
  'compensation.paid-back': {
    'zh-CN': '一件补偿因重新认定退回差额',
    en: 'A difference was posted back after a new determination',
  },
  'compensation.refused': { 'zh-CN': '一件补偿申请不予补偿', en: 'A claim was refused' },
  'compensation.withdrawn': { 'zh-CN': '银行撤回了补偿申请', en: 'The bank withdrew its claim' },
  'compensation.recovered': { 'zh-CN': '银行登记了追回款项', en: 'The bank recorded money that came back' },
});

export const compensationFlashes = defineText({
  'compensation.done.claimed': {
    'zh-CN': '申请已提交。资金池有余额的，已经预留；不足的，按顺序排队。',
    en: 'The claim is in. Money is reserved where the pool has it; otherwise the claim waits its turn.',
  },
  'compensation.done.withdrawn': {
    'zh-CN': '申请已撤回，预留资金已释放。',
    en: 'The claim is withdrawn and its money released.',
  },
  'compensation.done.completed': {
    'zh-CN': '材料已补充，申请回到审核。',
    en: 'The proof is in and the claim under review again.',
  },
  'compensation.done.recovered': {
    'zh-CN': '追回款项已登记，各方份额已入账。',
    en: 'The recovery is recorded and every part of it posted.',
  },
  'compensation.done.returned': { 'zh-CN': '申请已退回银行补充。', en: 'The claim went back to the bank.' },
  'compensation.done.proposed': {
    'zh-CN': '结算意见已提出，等待另一人复核。',
    en: 'Proposed; somebody else confirms.',
  },
  'compensation.done.taken-back': { 'zh-CN': '结算意见已退回。', en: 'The proposal is taken back.' },
  'compensation.done.paid': { 'zh-CN': '补偿已支付并入账。', en: 'Paid and posted.' },
  'compensation.done.part-paid': {
    'zh-CN': '已支付预留部分，其余继续排队。',
    en: 'What was reserved is paid; the rest waits its turn.',
  },
  'compensation.done.paid-back': {
    'zh-CN': '差额已退回资金池并入账。',
    en: 'The difference is posted back to the pool.',
  },
  'compensation.done.refused': { 'zh-CN': '已认定不予补偿。', en: 'The claim is refused.' },
  'compensation.done.batch-proposed': {
    'zh-CN': '批量结算已提出，等待另一人复核。',
    en: 'The batch is proposed; somebody else confirms.',
  },
  'compensation.done.batch-running': { 'zh-CN': '批量结算已开始。', en: 'The batch is under way.' },
  'compensation.done.batch-stopped': {
    'zh-CN': '批量结算已停止，可以随时继续。',
    en: 'The batch is stopped; it can go on any time.',
  },
});
