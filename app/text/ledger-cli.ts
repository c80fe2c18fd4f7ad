import { defineText } from '~/text/define.ts';

/** The command ledger: balances as of a day, and statements. */
export const ledgerCliText = defineText({
  'ledger.list.summary': {
    'zh-CN': '某一日的账户余额，或一个账户的对账单，与页面一致',
    en: 'Balances as of a day, or the statement of one account, equal to the pages',
  },
  'ledger.list.what': {
    'zh-CN': 'balances：各账户余额；statement：一个账户的对账单（用 --account 指定）',
    en: 'balances: what every account stands at; statement: the lines of one account, named by --account',
  },
  'ledger.list.as-of': {
    'zh-CN': '截止日，不填为今天；对账单到这一天',
    en: 'The day, today when left out; a statement runs to it',
  },
  'ledger.list.from': {
    'zh-CN': '对账单的起始日，不填为一年前',
    en: 'The first day of a statement; a year before when left out',
  },
  'ledger.list.account': {
    'zh-CN': '账户代码，余额列表里的第一列',
    en: 'The code of an account, the first column of the balances',
  },
  'ledger.list.line': {
    'zh-CN': (code: string, name: string, balance: string) => `${code}  ${name}  ${balance}`,
    en: (code: string, name: string, balance: string) => `${code}  ${name}  ${balance}`,
  },
  'ledger.list.sums': {
    'zh-CN': (day: string, accounts: string, debit: string, credit: string) =>
      `截至 ${day}：${accounts} 个账户，借方合计 ${debit}，贷方合计 ${credit}。`,
    en: (day: string, accounts: string, debit: string, credit: string) =>
      `On ${day}: ${accounts} accounts, debit ${debit}, credit ${credit}.`,
  },
  'ledger.list.moved': {
    'zh-CN': (on: string, number: string, what: string, amount: string, balance: string) =>
      `${on}  ${number}  ${what}  ${amount}  余额 ${balance}`,
    en: (on: string, number: string, what: string, amount: string, balance: string) =>
      `${on}  ${number}  ${what}  ${amount}  balance ${balance}`,
  },
  'ledger.list.span': {
    'zh-CN': (from: string, to: string, opening: string, closing: string, lines: string) =>
      `${from} 至 ${to}：期初 ${opening}，期末 ${closing}，${lines} 条分录。`,
    en: (from: string, to: string, opening: string, closing: string, lines: string) =>
      `${from} to ${to}: opening ${opening}, closing ${closing}, ${lines} lines.`,
  },
  'ledger.list.no-account': {
    'zh-CN': (code: string) => `没有代码为“${code}”的账户。用 ledger balances 查看全部代码。`,
    en: (code: string) => `No account has the code “${code}”. Run ledger balances to see all codes.`,
  },
  'ledger.list.unknown': {
    'zh-CN': (what: string) => `不认识“${what}”。可用：balances、statement。`,
    en: (what: string) => `“${what}” is not known. Use balances or statement.`,
  },
});
