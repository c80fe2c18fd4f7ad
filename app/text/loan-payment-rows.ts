import type { Refusal } from '~/domain/kernel/result.ts';
import { columnNames, kindNames, paymentColumns } from '~/domain/loan/payment-file.ts';
import { stringify } from '~/domain/overview/csv.ts';
import { refusals } from '~/text/all-refusals.ts';
import { type Locale, translate } from '~/text/define.ts';
import { paymentFileText } from '~/text/loan-payments.ts';
import { wordRefusal } from '~/text/refusal.ts';

export type RejectedPayment = {
  readonly rowNo: number;
  readonly column: string;
  readonly refusal: Refusal;
  readonly cells: readonly string[];
};

const nameAt = (locale: Locale) => (locale === 'en' ? 1 : 0);

/** The header row of the template: the names by which the columns are found again. */
export const templateHeader = (locale: Locale): string[] =>
  paymentColumns.map((column) => columnNames[column][nameAt(locale)] ?? column);

/** A row of the template that shows how each column is written; the placeholder contract is rejected if it is left in. */
export function templateSample(locale: Locale, on: string): string[] {
  const t = translate(paymentFileText, locale);
  const kind = kindNames.repayment[nameAt(locale)] ?? '';
  return [t('payments.sample-contract'), on, kind, '1000.00', '35.50', '', t('payments.sample-serial')];
}

/** The name of a column, for a row that was rejected. */
export function columnName(column: string, locale: Locale): string {
  const known = paymentColumns.find((c) => c === column);
  return known ? (columnNames[known][nameAt(locale)] ?? column) : column;
}

/** Rejected rows as CSV with a byte-order mark: as they came, then row, column and reason in words. */
export function paymentRejectsCsv(rejects: readonly RejectedPayment[], locale: Locale): string {
  const t = translate(paymentFileText, locale);
  const width = Math.max(0, ...rejects.map((r) => r.cells.length));
  const cells = Array.from({ length: width }, (_, i) => `${t('payments.cells')} ${i + 1}`);
  const header = [t('payments.row'), t('payments.column'), t('payments.reason'), ...cells];
  const rows = rejects.map((r) => [
    String(r.rowNo),
    columnName(r.column, locale),
    wordRefusal(refusals, r.refusal, locale),
    ...cells.map((_, i) => r.cells[i] ?? ''),
  ]);
  return `\ufeff${stringify([header, ...rows])}`;
}
