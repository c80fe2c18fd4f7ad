import type { TextTable } from '~/text/define.ts';
import { defineText, type Locale } from '~/text/define.ts';

/** The command verify-ledger: what each check proves, and the sentence of one that fails. */
export const ledgerVerifyText = defineText({
  'ledger.cli.summary': {
    'zh-CN': '从每一行重新证明资金总账：借贷平衡、未被改动、无重复支付、预留与限额、关账期间、余额等于合计',
    en: 'Prove the ledger from its rows: balance, seals, keys, holds and limits, closed periods, totals',
  },
  'ledger.cli.bar': { 'zh-CN': '核对总账', en: 'Proving the ledger' },
  'ledger.cli.whole': {
    'zh-CN': (transactions: string, postings: string, holds: string, seconds: string) =>
      `总账无误：${transactions} 笔凭证，${postings} 条分录，${holds} 笔预留，用时 ${seconds} 秒。`,
    en: (transactions: string, postings: string, holds: string, seconds: string) =>
      `The ledger holds: ${transactions} transactions, ${postings} postings, ${holds} holds, in ${seconds} s.`,
  },
  'ledger.cli.broken': {
    'zh-CN': (what: string, wrong: string, first: string) => `${what}：${wrong} 处不符，第一处 ${first}。`,
    en: (what: string, wrong: string, first: string) => `${what}: ${wrong} wrong, the first is ${first}.`,
  },
  'ledger.check.balanced': { 'zh-CN': '借贷平衡', en: 'Debits equal credits' },
  'ledger.check.sealed': { 'zh-CN': '凭证未被改动', en: 'No transaction was edited' },
  'ledger.check.placed': { 'zh-CN': '分录的账户、所有者与日期', en: 'Accounts, owners and days of postings' },
  'ledger.check.keysOnce': { 'zh-CN': '流水号不重复', en: 'Every key stands once' },
  'ledger.check.holdsEnd': { 'zh-CN': '预留只结束一次', en: 'Every hold ends once' },
  'ledger.check.holdsCharge': { 'zh-CN': '预留占用的限额', en: 'Limits used by holds' },
  'ledger.check.totals': { 'zh-CN': '余额等于分录合计', en: 'Totals equal the sums' },
  'ledger.check.floors': { 'zh-CN': '资金池不透支', en: 'No pool is overdrawn' },
  'ledger.check.limits': { 'zh-CN': '限额从未超过', en: 'No limit was ever exceeded' },
  'ledger.check.reversals': { 'zh-CN': '冲正与原凭证相反', en: 'Reversals mirror their originals' },
  'ledger.check.periods': { 'zh-CN': '关账期间未变', en: 'Closed periods are as they were' },
  'ledger.check.guarded': { 'zh-CN': '只增不改的保护', en: 'Rows are guarded' },
});

/** What a check proves, by its name. */
export function wordCheck(name: string, locale: Locale): string {
  const wording = (ledgerVerifyText as TextTable)[`ledger.check.${name}`]?.[locale];
  return typeof wording === 'string' ? wording : name;
}
