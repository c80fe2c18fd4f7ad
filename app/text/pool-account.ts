import { schemeWords, wordOf } from '~/text/policy-words.ts';

type Named = { readonly nameZh: string; readonly nameEn: string };

/** What the ledger calls the accounts of a compensation pool: whose they are, and within which pool. */
export const poolAccountNames = {
  owned: (owner: Named, pool: Named): Named => ({
    nameZh: `${owner.nameZh}（${pool.nameZh}）`,
    nameEn: `${owner.nameEn} (${pool.nameEn})`,
  }),
  treasury: (pool: Named, payer: string): Named => ({
    nameZh: `${wordOf(schemeWords, payer, 'zh-CN')}出资（${pool.nameZh}）`,
    nameEn: `Contributions of ${wordOf(schemeWords, payer, 'en')} (${pool.nameEn})`,
  }),
  interest: (pool: Named): Named => ({
    nameZh: `利息滚存（${pool.nameZh}）`,
    nameEn: `Interest rolled in (${pool.nameEn})`,
  }),
};
