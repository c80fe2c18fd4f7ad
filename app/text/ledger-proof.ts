import { defineText } from '~/text/define.ts';

/** What the nightly proof of the ledger found, on the desks of the operator. */
export const ledgerProofText = defineText({
  'proof.never': { 'zh-CN': '总账尚未自动核对', en: 'The ledger has not been proved yet' },
  'proof.never-why': {
    'zh-CN': '每天零点后自动从每一条分录重新核对，结果显示在这里。也可随时运行 xinqiao verify-ledger。',
    en: 'It is proved from every posting after midnight each day; the result stands here. `xinqiao verify-ledger` does so at any time.',
  },
  'proof.whole': { 'zh-CN': '总账核对无误', en: 'The ledger holds' },
  'proof.counted': {
    'zh-CN': (transactions: string, postings: string) =>
      `${transactions} 笔凭证、${postings} 条分录：借贷平衡，无改动，余额与限额等于合计。`,
    en: (transactions: string, postings: string) =>
      `${transactions} transactions and ${postings} postings: balanced, unedited, totals and limits equal their sums.`,
  },
  'proof.broken': { 'zh-CN': '总账核对不符', en: 'The ledger does not hold' },
  'proof.fault': {
    'zh-CN': (what: string, wrong: string, first: string) => `${what}：${wrong} 处不符，第一处 ${first}`,
    en: (what: string, wrong: string, first: string) => `${what}: ${wrong} wrong, the first is ${first}`,
  },
  'proof.act': {
    'zh-CN':
      '请立即停止付款并联系技术人员：运行 xinqiao verify-ledger --json 查明不符之处，必要时从备份恢复。',
    en: 'Stop payments now and call the engineers: `xinqiao verify-ledger --json` says what is wrong; restore from a backup if need be.',
  },
  'proof.at': { 'zh-CN': '核对时间', en: 'Proved at' },
});

export const ledgerNotifications = defineText({
  'ledger.broken': {
    'zh-CN': (r: { checks: number }) => `总账自检未通过：${r.checks} 项不成立，请暂停付款并核对`,
    en: (r: { checks: number }) =>
      `The ledger does not hold: ${r.checks} checks fail. Stop paying and look at it`,
  },
});
