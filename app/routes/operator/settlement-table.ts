import { type Locale, translate } from '~/text/define.ts';
import { showFen } from '~/text/format.ts';
import { schemeWords, wordOf } from '~/text/policy-words.ts';
import { subsidyDeskText, subsidyText } from '~/text/subsidy.ts';

type Row = {
  readonly firm: string;
  readonly contractNo: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly schemeZh: string;
  readonly schemeEn: string;
  readonly fullFen: string;
  readonly amountFen: string;
  readonly funding: readonly { readonly payer: string; readonly amountFen: string }[];
};

/** A settlement as a table of texts: one line a loan, one column a payer, amounts in yuan. */
export function settlementTable(rows: readonly Row[], locale: Locale): string[][] {
  const t = translate(subsidyText, locale);
  const payers = [...new Set(rows.flatMap((row) => row.funding.map((part) => part.payer)))].sort();
  const money = (fen: string) => showFen(fen, locale, 'plain');
  const head = [
    t('subsidy.firm'),
    t('subsidy.loan'),
    t('subsidy.bank'),
    t('subsidy.scheme'),
    t('subsidy.full'),
    translate(subsidyDeskText, locale)('desk.amount'),
    ...payers.map((payer) => wordOf(schemeWords, payer, locale)),
  ];
  const isEn = locale === 'en';
  return [
    head,
    ...rows.map((row) => [
      row.firm,
      row.contractNo,
      isEn ? row.bankEn : row.bankZh,
      isEn ? row.schemeEn : row.schemeZh,
      money(row.fullFen),
      money(row.amountFen),
      ...payers.map((payer) => money(row.funding.find((part) => part.payer === payer)?.amountFen ?? '0')),
    ]),
  ];
}

type Bank = {
  readonly zh: string;
  readonly en: string;
  readonly loans: number;
  readonly amountFen: string;
  readonly funding: readonly { readonly payer: string; readonly amountFen: string }[];
};

/** What the sheet by bank is called. */
export const bankTableName = (locale: Locale): string => translate(subsidyDeskText, locale)('desk.by-bank');

/** What is settled with each bank's head office in one sum (总对总): one line a bank, one column a payer, amounts in yuan. */
export function bankTable(banks: readonly Bank[], locale: Locale): string[][] {
  const t = translate(subsidyDeskText, locale);
  const payers = [...new Set(banks.flatMap((bank) => bank.funding.map((part) => part.payer)))].sort();
  const money = (fen: string) => showFen(fen, locale, 'plain');
  return [
    [
      translate(subsidyText, locale)('subsidy.bank'),
      t('desk.loans'),
      t('desk.amount'),
      ...payers.map((payer) => wordOf(schemeWords, payer, locale)),
    ],
    ...banks.map((bank) => [
      locale === 'en' ? bank.en : bank.zh,
      String(bank.loans),
      money(bank.amountFen),
      ...payers.map((payer) => money(bank.funding.find((part) => part.payer === payer)?.amountFen ?? '0')),
    ]),
  ];
}
