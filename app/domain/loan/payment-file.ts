import { addDays, type Day, day, parseDay } from '~/domain/kernel/day.ts';
import { type Fen, fen, parseYuan, zeroFen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { PrepaymentEffect } from '~/domain/loan/event.ts';

/** The columns of a bank's monthly file of payments, in the order of the template. */
export const paymentColumns = [
  'contract',
  'paid-on',
  'kind',
  'principal',
  'interest',
  'penalty',
  'serial',
] as const;
export type PaymentColumn = (typeof paymentColumns)[number];

/** Names under which a column is found; the first of each is the template's, in Chinese and English. */
export const columnNames: Readonly<Record<PaymentColumn, readonly string[]>> = {
  contract: ['合同编号', 'Contract no.', '合同号', '借据号'],
  'paid-on': ['还款日期', 'Paid on', '还款日', '交易日期'],
  kind: ['类型', 'Kind', '还款类型'],
  principal: ['本金', 'Principal', '归还本金'],
  interest: ['利息', 'Interest', '归还利息'],
  penalty: ['罚息', 'Penalty interest'],
  serial: ['流水号', 'Serial no.', '交易流水号'],
};

export const paymentKinds = ['repayment', 'prepayment-shorter', 'prepayment-smaller', 'recovery'] as const;
export type PaymentKind = (typeof paymentKinds)[number];

/** Words for the kinds; the first two of each are the template's. An empty cell is a plain repayment. */
export const kindNames: Readonly<Record<PaymentKind, readonly string[]>> = {
  repayment: ['还款', 'Repayment', '正常还款', ''],
  'prepayment-shorter': ['提前还款缩短期限', 'Prepayment, shorter term', '提前还款', 'Prepayment'],
  'prepayment-smaller': ['提前还款减少每期', 'Prepayment, smaller instalments'],
  recovery: ['核销收回', 'Recovery'],
};

/** A row as it is read: what the bank says was paid on which contract. */
export type PaymentRow = {
  readonly contractNo: string;
  readonly serialNo: string;
  readonly paidOn: Day;
  readonly kind: 'repayment' | 'prepayment' | 'recovery';
  readonly effect: PrepaymentEffect | null;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly penalty: Fen;
};

export type RowRefusal = { readonly column: PaymentColumn } & (
  | { readonly code: 'loan.row-empty' }
  | { readonly code: 'loan.row-day' }
  | { readonly code: 'loan.row-amount' }
  | { readonly code: 'loan.row-kind' }
);

type Places = ReadonlyMap<PaymentColumn, number>;

const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** Where each column stands in a file's header; only the penalty and the kind may be missing. */
export function placesOf(
  header: readonly string[],
): Result<Places, { readonly code: 'loan.file-columns'; readonly missing: PaymentColumn[] }> {
  const names = header.map(folded);
  const places = new Map<PaymentColumn, number>();
  for (const column of paymentColumns) {
    const known = new Set(columnNames[column].map(folded));
    const at = names.findIndex((name) => known.has(name));
    if (at >= 0) places.set(column, at);
  }
  const missing = paymentColumns.filter((c) => c !== 'kind' && c !== 'penalty' && !places.has(c));
  return missing.length > 0 ? refuse({ code: 'loan.file-columns', missing }) : accept(places);
}

/** A date as banks write it: 2026-11-03, 2026/11/3, 20261103, or the serial number of a spreadsheet. */
export function readFileDay(text: string): Day | null {
  const trimmed = text.trim();
  if (/^\d{5}(\.0+)?$/.test(trimmed)) return addDays(day('1899-12-30'), Number.parseInt(trimmed, 10));
  const parts = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(trimmed);
  if (!parts) return null;
  const [, year = '', month = '', date = ''] = parts;
  return parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}

/** An amount in yuan; a spreadsheet's own figure may carry the noise of a binary fraction and is rounded to the fen. */
function readFileAmount(text: string): Fen | null {
  if (text.trim() === '') return zeroFen;
  const noisy = /^(\d+)\.(\d{2})(\d)\d{4,}$/.exec(text.trim());
  if (noisy) return fen(BigInt(`${noisy[1]}${noisy[2]}`) + (Number(noisy[3]) >= 5 ? 1n : 0n));
  const amount = parseYuan(text);
  return amount !== null && amount >= 0n ? amount : null;
}

const kindOf = (text: string): PaymentKind | null => {
  const name = folded(text).replace(/[（）()·\-—]/g, '');
  return paymentKinds.find((kind) => kindNames[kind].some((known) => folded(known) === name)) ?? null;
};

const effects = {
  repayment: null,
  recovery: null,
  'prepayment-shorter': 'shorter-term',
  'prepayment-smaller': 'smaller-instalment',
} as const;

/** One row, or the first column that cannot be read and why. */
export function readPaymentRow(cells: readonly string[], places: Places): Result<PaymentRow, RowRefusal> {
  const text = (column: PaymentColumn) => cells[places.get(column) ?? -1]?.trim() ?? '';
  for (const column of ['contract', 'paid-on', 'serial'] as const)
    if (text(column) === '') return refuse({ code: 'loan.row-empty', column });
  const paidOn = readFileDay(text('paid-on'));
  if (!paidOn) return refuse({ code: 'loan.row-day', column: 'paid-on' });
  const kind = kindOf(text('kind'));
  if (!kind) return refuse({ code: 'loan.row-kind', column: 'kind' });
  const amounts: Fen[] = [];
  for (const column of ['principal', 'interest', 'penalty'] as const) {
    const amount = readFileAmount(text(column));
    if (amount === null) return refuse({ code: 'loan.row-amount', column });
    amounts.push(amount);
  }
  const [principal = zeroFen, interest = zeroFen, penalty = zeroFen] = amounts;
  return accept({
    contractNo: text('contract'),
    serialNo: text('serial').slice(0, 80),
    paidOn,
    kind: kind === 'repayment' || kind === 'recovery' ? kind : 'prepayment',
    effect: effects[kind],
    principal,
    interest,
    penalty,
  });
}
