import { type Day, parseDay } from '~/domain/kernel/day.ts';
import { type Fen, fen, zeroFen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/** A loan of a portfolio that is replayed: amounts in cents, as its file gives them. */
export type PortfolioLoan = {
  /** The loan's number in the portfolio; a loan is paid once whatever file names it. */
  readonly number: string;
  readonly bank: string;
  readonly approvedOn: Day;
  /** Null where the file has no day; the day of approval then stands for it. */
  readonly disbursedOn: Day | null;
  readonly chargedOffOn: Day | null;
  readonly approved: Fen;
  readonly guaranteed: Fen;
  readonly loss: Fen;
};

/** Columns of the portfolio's file; the number of the loan has two names in circulation. */
export const portfolioColumns = [
  'loan_nr',
  'Bank',
  'ApprovalDate',
  'DisbursementDate',
  'ChgOffDate',
  'GrAppv',
  'SBA_Appv',
  'ChgOffPrinGr',
] as const;
export type PortfolioColumn = (typeof portfolioColumns)[number];
export const columnAliases: Readonly<Record<string, PortfolioColumn>> = { LoanNr_ChkDgt: 'loan_nr' };

export type CellRefusal = {
  readonly code: 'compensation.cell-unreadable' | 'compensation.guarantee-above-loan';
  readonly column: PortfolioColumn;
  readonly value: string;
};

/** Dollars with at most two decimals as cents: `$12,345.67 `, `60000`. Empty is zero; null when it is no amount. */
export function readDollars(text: string): Fen | null {
  const cleaned = text.trim().replace(/^\$\s*/, '');
  if (cleaned === '') return zeroFen;
  const parts = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(cleaned);
  if (!parts) return null;
  const [, whole = '0', decimals = ''] = parts;
  return fen(BigInt(whole.replaceAll(',', '') + decimals.padEnd(2, '0')));
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2/28/1997` or `28-Feb-97`; of two digits 70 to 99 are the nineteen-hundreds. Null when it is no day. */
export function readUsDay(text: string): Day | null {
  const cleaned = text.trim();
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(cleaned);
  if (slashed) return dayFrom(slashed[3], Number(slashed[1]), slashed[2]);
  const named = /^(\d{1,2})-([A-Za-z]{3})-(\d{2}|\d{4})$/.exec(cleaned);
  if (named) return dayFrom(named[3], months.indexOf((named[2] ?? '').toLowerCase()) + 1, named[1]);
  return parseDay(cleaned);
}

function dayFrom(year: string | undefined, month: number, dayOfMonth: string | undefined): Day | null {
  const short = Number(year);
  const full = year?.length === 4 ? short : short >= 70 ? 1900 + short : 2000 + short;
  const text = `${full}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  return month < 1 || text.length !== 10 ? null : parseDay(text);
}

/** One row of the file, by column. */
export function readPortfolioLoan(
  cell: (column: PortfolioColumn) => string,
): Result<PortfolioLoan, CellRefusal> {
  const bad = (column: PortfolioColumn) =>
    refuse({ code: 'compensation.cell-unreadable', column, value: cell(column) } as const);
  const optionalDay = (column: PortfolioColumn) =>
    cell(column).trim() === '' ? null : (readUsDay(cell(column)) ?? undefined);
  const number = cell('loan_nr').trim();
  if (number === '') return bad('loan_nr');
  const approvedOn = readUsDay(cell('ApprovalDate'));
  if (!approvedOn) return bad('ApprovalDate');
  const disbursedOn = optionalDay('DisbursementDate');
  if (disbursedOn === undefined) return bad('DisbursementDate');
  const chargedOffOn = optionalDay('ChgOffDate');
  if (chargedOffOn === undefined) return bad('ChgOffDate');
  const [approved, guaranteed, loss] = (['GrAppv', 'SBA_Appv', 'ChgOffPrinGr'] as const).map((column) =>
    readDollars(cell(column)),
  );
  if (approved == null || (approved === 0n && loss !== 0n)) return bad('GrAppv');
  if (guaranteed == null) return bad('SBA_Appv');
  if (guaranteed > approved)
    return refuse({ code: 'compensation.guarantee-above-loan', column: 'SBA_Appv', value: cell('SBA_Appv') });
  if (loss == null) return bad('ChgOffPrinGr');
  const bank = cell('Bank').trim();
  return accept({ number, bank, approvedOn, disbursedOn, chargedOffOn, approved, guaranteed, loss });
}

/** The day a loan counts from. */
export const startOfLoan = (loan: PortfolioLoan): Day => loan.disbursedOn ?? loan.approvedOn;

/** The year a claim is booked under; a loss without a day has none. */
export const claimYear = (loan: PortfolioLoan): string => loan.chargedOffOn?.slice(0, 4) ?? 'unknown';
