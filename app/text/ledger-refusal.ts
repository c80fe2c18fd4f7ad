import { defineText } from '~/text/define.ts';
import { showDay, showFen } from '~/text/format.ts';

type Short = { account: string; availableFen: string; missingFen: string };
type Full = { scope: string; ceilingFen: string; leftFen: string };
type Closed = { effectiveOn: string; closedThrough: string };

/** Every refusal of the ledger. */
export const ledgerRefusals = defineText({
  'ledger.amount-not-positive': {
    'zh-CN': '金额必须大于零。请填写要划转的金额。',
    en: 'The amount must be above zero. State what is to be moved.',
  },
  'ledger.same-account': {
    'zh-CN': '付款账户与收款账户相同。请选择两个不同的账户。',
    en: 'The money would return to where it came from. Choose two different accounts.',
  },
  'ledger.key-reused': {
    'zh-CN': (r: { key: string }) => `流水号 ${r.key} 已用于另一笔内容不同的业务。请使用新的流水号。`,
    en: (r: { key: string }) =>
      `The key ${r.key} was used for a request with another content. Use a new key.`,
  },
  'ledger.account-unknown': {
    'zh-CN': '账户不存在。请先开立账户。',
    en: 'There is no such account. Open it first.',
  },
  'ledger.account-differs': {
    'zh-CN': (r: { account: string }) =>
      `账户 ${r.account} 已开立，但类型、所有者或下限不同。请使用另一编号。`,
    en: (r: { account: string }) =>
      `The account ${r.account} exists with another kind, owner or floor. Use another code.`,
  },
  'ledger.account-short': {
    'zh-CN': (r: Short) =>
      `账户 ${r.account} 可用余额 ${showFen(r.availableFen, 'zh-CN')}，还差 ${showFen(r.missingFen, 'zh-CN')}。可等待资金补充或预留释放。`,
    en: (r: Short) =>
      `The account ${r.account} has ${showFen(r.availableFen, 'en')} available and lacks ${showFen(r.missingFen, 'en')}. Wait until it is topped up or a hold is released.`,
  },
  'ledger.limit-unknown': {
    'zh-CN': (r: { scope: string }) => `限额 ${r.scope} 尚未设置。请先设置限额。`,
    en: (r: { scope: string }) => `The limit ${r.scope} was never set. Set it first.`,
  },
  'ledger.limit-reached': {
    'zh-CN': (r: Full) =>
      `限额 ${r.scope} 为 ${showFen(r.ceilingFen, 'zh-CN')}，仅剩 ${showFen(r.leftFen, 'zh-CN')}。`,
    en: (r: Full) =>
      `The limit ${r.scope} is ${showFen(r.ceilingFen, 'en')}; ${showFen(r.leftFen, 'en')} of it is left.`,
  },
  'ledger.period-closed': {
    'zh-CN': (r: Closed) =>
      `${showDay(r.effectiveOn, 'zh-CN')} 所在会计期间已关账（截至 ${showDay(r.closedThrough, 'zh-CN')}）。请记入之后的日期；更正以冲正方式办理。`,
    en: (r: Closed) =>
      `${showDay(r.effectiveOn, 'en')} lies in a closed period (closed to ${showDay(r.closedThrough, 'en')}). Use a later day; a correction is a reversal.`,
  },
  'ledger.period-closed-before': {
    'zh-CN': (r: { closedThrough: string }) =>
      `已关账至 ${showDay(r.closedThrough, 'zh-CN')}。请选择之后的日期。`,
    en: (r: { closedThrough: string }) =>
      `The books are closed to ${showDay(r.closedThrough, 'en')} already. Choose a later day.`,
  },
  'ledger.period-not-over': {
    'zh-CN': (r: { today: string }) => `期间尚未结束。请选择 ${showDay(r.today, 'zh-CN')} 以前的日期。`,
    en: (r: { today: string }) => `The period is not over. Choose a day before ${showDay(r.today, 'en')}.`,
  },
  'ledger.hold-unknown': { 'zh-CN': '没有找到这笔预留。', en: 'This hold was not found.' },
  'ledger.hold-ended': {
    'zh-CN': (r: { outcome: string; endedOn: string }) =>
      `这笔预留已于 ${showDay(r.endedOn, 'zh-CN')}${endedZh[r.outcome] ?? '结束'}，不能再办理。`,
    en: (r: { outcome: string; endedOn: string }) =>
      `This hold was ${r.outcome === 'posted' ? 'paid' : r.outcome} on ${showDay(r.endedOn, 'en')}; nothing more can be done with it.`,
  },
  'ledger.hold-expired': {
    'zh-CN': (r: { expiresOn: string }) =>
      `这笔预留的有效期至 ${showDay(r.expiresOn, 'zh-CN')}。请重新预留。`,
    en: (r: { expiresOn: string }) => `This hold was good to ${showDay(r.expiresOn, 'en')}. Place it again.`,
  },
  'ledger.more-than-held': {
    'zh-CN': (r: { heldFen: string }) =>
      `支付金额必须大于零且不超过预留。已预留 ${showFen(r.heldFen, 'zh-CN')}。`,
    en: (r: { heldFen: string }) =>
      `What is paid lies above zero and within what is held: ${showFen(r.heldFen, 'en')}.`,
  },
  'ledger.transaction-unknown': { 'zh-CN': '没有找到这笔凭证。', en: 'This transaction was not found.' },
  'ledger.reversal-of-reversal': {
    'zh-CN': '冲正凭证不能再冲正。请重新记一笔。',
    en: 'A reversal cannot be reversed. Post the movement anew.',
  },
  'ledger.reversed-before': {
    'zh-CN': (r: { transactionId: string }) => `已由凭证 ${r.transactionId} 冲正，不能重复冲正。`,
    en: (r: { transactionId: string }) => `Transaction ${r.transactionId} has reversed it already.`,
  },
  'ledger.not-allowed': {
    'zh-CN': '只有平台资金岗可以记账。请联系平台资金岗。',
    en: 'Only the platform’s funds desk moves money. Ask the funds desk.',
  },
});

const endedZh: Readonly<Record<string, string>> = { posted: '支付', released: '释放', expired: '到期' };
