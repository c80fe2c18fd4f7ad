import type { QuantityUnit } from '~/domain/catalogue/item.ts';
import { divideHalfUp, type Fen, fen, parseYuan } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

export type FigureRefusal =
  | { readonly code: 'record.amount-unreadable'; readonly text: string }
  | { readonly code: 'record.amount-negative'; readonly text: string }
  | { readonly code: 'record.figure-too-large'; readonly text: string }
  | { readonly code: 'record.quantity-unreadable'; readonly text: string }
  | { readonly code: 'record.quantity-negative'; readonly text: string }
  | { readonly code: 'record.quantity-not-whole'; readonly text: string }
  | { readonly code: 'record.share-out-of-range'; readonly text: string };

/** A plain or scientific decimal, as machines write it: `5553742.0`, `1.325976586E7`, `-3`. */
const machineNumber = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?$/;

/** The number × 10^places, rounded half away from zero; null when the text is not a machine's number. */
function scaledNumber(text: string, places: number): bigint | null {
  const parts = machineNumber.exec(text);
  if (!parts) return null;
  const [, sign, whole = '0', decimals = '', exponent = '0'] = parts;
  const shift = places + Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  const value = shift >= 0 ? digits * 10n ** BigInt(shift) : divideHalfUp(digits, 10n ** BigInt(-shift));
  return sign === '-' ? -value : value;
}

/** More characters than any figure takes: arithmetic on a million digits is slow. */
const longestFigure = 100;
const shown = (text: string): string => `${[...text.slice(0, 40)].slice(0, -1).join('')}…`;

const largestAmount = 9_000_000_000_000_000_000n;
const largestQuantity = 2_147_483_647n;

/**
 * Reads an amount in yuan, or in 万元 when `unit` says so. Besides what people write (`1,075.00`, `¥300`, `5万`) it takes
 * a machine's numbers: scientific notation, and more than two decimals, rounded half up to the fen. `1.0.5,00` is none.
 */
export function readAmount(
  text: string,
  { unit, signed }: { readonly unit: 'yuan' | 'wan'; readonly signed: boolean },
): Result<Fen, FigureRefusal> {
  const written = text.normalize('NFKC').trim();
  if (written.length > longestFigure)
    return refuse({ code: 'record.figure-too-large', text: shown(written) });
  const byHand = unit === 'wan' ? parseYuan(`${written}万`) : parseYuan(written);
  const amount = byHand ?? scaledNumber(written.replaceAll(/,(?=\d{3}(\D|$))/g, ''), unit === 'wan' ? 6 : 2);
  if (amount === null || (byHand === null && misgrouped(written)))
    return refuse({ code: 'record.amount-unreadable', text: written });
  if (amount < 0n && !signed) return refuse({ code: 'record.amount-negative', text: written });
  if (amount > largestAmount || amount < -largestAmount)
    return refuse({ code: 'record.figure-too-large', text: written });
  return accept(fen(amount));
}

/** Commas anywhere but between groups of three digits make it doubtful which mark is the decimal point. */
const misgrouped = (text: string): boolean =>
  text.includes(',') && !/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text);

/** Units that are counted, not measured. */
const whole: readonly QuantityUnit[] = ['count', 'person', 'month', 'day', 'head'];

/**
 * Reads a quantity in the unit of its item. Counts are whole (`2` and `2.0`, not `2.5`), measures are rounded half up to
 * the whole unit, a share between 0 and 1 (or 0 % and 100 %) becomes parts per million. Never negative.
 */
export function readQuantity(text: string, unit: QuantityUnit): Result<number, FigureRefusal> {
  const written = text.normalize('NFKC').trim();
  if (written.length > longestFigure)
    return refuse({ code: 'record.figure-too-large', text: shown(written) });
  if (unit === 'ppm') return readShare(written);
  const digits = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(written) ? written.replaceAll(',', '') : written;
  const value = scaledNumber(digits, 0);
  if (value === null) return refuse({ code: 'record.quantity-unreadable', text: written });
  if (digits.startsWith('-') && scaledNumber(digits, 6) !== 0n)
    return refuse({ code: 'record.quantity-negative', text: written });
  if (whole.includes(unit) && scaledNumber(digits, 6) !== value * 1_000_000n)
    return refuse({ code: 'record.quantity-not-whole', text: written });
  if (value > largestQuantity) return refuse({ code: 'record.figure-too-large', text: written });
  return accept(Number(value));
}

function readShare(written: string): Result<number, FigureRefusal> {
  const percentage = written.endsWith('%');
  const value = scaledNumber(percentage ? written.slice(0, -1).trim() : written, percentage ? 4 : 6);
  if (value === null) return refuse({ code: 'record.quantity-unreadable', text: written });
  if (value < 0n || value > 1_000_000n) return refuse({ code: 'record.share-out-of-range', text: written });
  return accept(Number(value));
}
