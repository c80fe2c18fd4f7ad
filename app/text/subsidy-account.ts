import { schemeWords, wordOf } from '~/text/policy-words.ts';

const named = (zh: (payer: string) => string, en: (payer: string) => string) => (payer: string) => ({
  nameZh: zh(wordOf(schemeWords, payer, 'zh-CN')),
  nameEn: en(wordOf(schemeWords, payer, 'en')),
});

/** What the ledger calls the accounts of subsidies, in both languages. */
export const subsidyAccountNames = {
  pool: named(
    (payer) => `贴息资金（${payer}）`,
    (payer) => `Subsidy pool (${payer})`,
  ),
  treasury: named(
    (payer) => `财政拨款（${payer}）`,
    (payer) => `Appropriation (${payer})`,
  ),
  owedBack: named(
    (payer) => `应收追回贴息（${payer}）`,
    (payer) => `Subsidies to be returned (${payer})`,
  ),
};
