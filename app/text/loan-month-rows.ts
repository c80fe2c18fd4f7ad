import { tiers } from '~/domain/loan/five-tier.ts';
import type { LoanTag } from '~/domain/loan/loan-tags.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showPpm } from '~/text/format.ts';
import { loanText } from '~/text/loan.ts';
import { paymentFileText } from '~/text/loan-payments.ts';
import { tagText, tagWords } from '~/text/loan-tag.ts';

type Cell = string | { readonly number: string };

export type MonthLoan = {
  readonly contractNo: string;
  readonly firm: string;
  readonly uscc: string | null;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly principalFen: string;
  readonly ratePpm: number;
  readonly disbursedOn: string;
  readonly maturityOn: string;
  readonly balanceFen: string;
  readonly paidPrincipalFen: string;
  readonly paidInterestFen: string;
  readonly tier: string | null;
  readonly dpd: number | null;
  /** What the lender finds of it; null for a reader who is not told. */
  readonly found: null | {
    readonly findings: readonly string[];
    readonly tags: readonly string[];
    readonly penaltyDifferenceFen: string;
  };
};

/** Whose list it is: an office's has no columns of what lenders alone find. */
export type MonthReader = 'lender' | 'office';

/** An amount in yuan with two decimals. */
function yuan(fen: string): Cell {
  const amount = BigInt(fen);
  const [sign, whole] = amount < 0n ? ['-', -amount] : ['', amount];
  return { number: `${sign}${whole / 100n}.${String(whole % 100n).padStart(2, '0')}` };
}

export const monthSheet = (month: string, locale: Locale): string =>
  `${translate(paymentFileText, locale)('month.title')} ${month}`;

/** What a bank finds of a loan and the list names. */
export type MonthFinding = 'misuse' | 'technical-overdue';

/** The columns of the monthly loan list. */
function headerOf(locale: Locale, reader: MonthReader): string[] {
  const t = translate(loanText, locale);
  const tm = translate(paymentFileText, locale);
  return [
    t('loan.contract'),
    t('loan.firm'),
    tm('month.uscc'),
    t('loan.bank'),
    t('loan.principal'),
    t('loan.rate'),
    t('loan.disbursed-on'),
    t('loan.maturity'),
    tm('month.balance'),
    tm('month.principal'),
    tm('month.interest'),
    t('loan.class'),
    t('loan.dpd'),
    ...(reader === 'office'
      ? []
      : [tm('month.findings'), tm('month.penalty-difference'), translate(tagText, locale)('tag.title')]),
  ];
}

function foundCells(found: MonthLoan['found'], locale: Locale): Cell[] {
  if (!found) return [];
  const tm = translate(paymentFileText, locale);
  return [
    found.findings.map((kind) => tm(`month.finding.${kind as MonthFinding}`)).join(' '),
    yuan(found.penaltyDifferenceFen),
    found.tags.map((tag) => tagWords[tag as LoanTag][locale]).join(' '),
  ];
}

/** The monthly loan list as rows of a file: its header, then a loan a row; amounts in yuan. */
export function monthRows(
  loans: readonly MonthLoan[],
  locale: Locale,
  reader: MonthReader = 'lender',
): Cell[][] {
  const t = translate(loanText, locale);
  return [
    headerOf(locale, reader),
    ...loans.map((loan) => {
      const tier = tiers.find((x) => x === loan.tier);
      return [
        loan.contractNo,
        loan.firm,
        loan.uscc ?? '',
        locale === 'en' ? loan.bankEn : loan.bankZh,
        yuan(loan.principalFen),
        showPpm(loan.ratePpm, locale, 2),
        loan.disbursedOn,
        loan.maturityOn,
        yuan(loan.balanceFen),
        yuan(loan.paidPrincipalFen),
        yuan(loan.paidInterestFen),
        tier ? t(`tier.${tier}`) : '',
        { number: String(loan.dpd ?? 0) },
        ...foundCells(loan.found, locale),
      ];
    }),
  ];
}
