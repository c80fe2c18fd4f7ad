import { twoSided } from '~/domain/ledger/balance.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type BalanceQuery, filterOf } from '~/server/ledger/list-balances.ts';
import { findBalances, sumBalances } from '~/server/ledger/store-balances.ts';
import { sheetFile } from '~/server/ledger/workbook.ts';
import { type Locale, translate } from '~/text/define.ts';
import { ledgerText } from '~/text/ledger.ts';

const everything = 100_000;

/** The whole trial balance as of a day as an XLSX file, with its sums below. */
export async function exportBalances(actor: Actor, query: BalanceQuery, locale: Locale) {
  const t = translate(ledgerText, locale);
  const filter = filterOf(query);
  const { rows, sums } = await withActor(actor, async (tx) => ({
    rows: await findBalances(tx, filter, '', everything),
    sums: await sumBalances(tx, filter),
  }));
  const columns = [
    { header: t('ledger.code'), width: 44, as: 'text' },
    { header: t('ledger.account'), width: 36, as: 'text' },
    { header: t('ledger.kind'), width: 14, as: 'text' },
    { header: t('ledger.debit'), width: 20, as: 'yuan' },
    { header: t('ledger.credit'), width: 20, as: 'yuan' },
    { header: t('ledger.held'), width: 20, as: 'yuan' },
  ] as const;
  const lines = rows.map((row) => {
    const { debit, credit } = twoSided(BigInt(row.balance));
    const name = locale === 'en' ? row.name_en : row.name_zh;
    return [row.code, name, t(`ledger.kind.${row.kind}`), `${debit}`, `${credit}`, row.held ?? ''];
  });
  const total = [t('ledger.sum'), '', '', sums.debit, sums.credit, sums.held];
  return {
    name: `trial-balance-${filter.on}.xlsx`,
    body: await sheetFile(filter.on, columns, [...lines, total]),
  };
}
