/** An amount of renminbi in fen (分), the only unit in which money is stored or computed. */
export type Fen = bigint & { readonly __fen: unique symbol };

export const fen = (amount: bigint | number): Fen => {
  if (typeof amount === 'number' && !Number.isSafeInteger(amount))
    throw new RangeError(`not a whole number of fen: ${amount}`);
  return BigInt(amount) as Fen;
};

export const zeroFen = fen(0n);

/** Whole yuan as fen. */
export const yuan = (amount: bigint | number): Fen => fen(BigInt(amount) * 100n);

/** Whole 万元 (ten thousand yuan) as fen. */
export const wan = (amount: bigint | number): Fen => fen(BigInt(amount) * 1_000_000n);

export const plus = (...amounts: Fen[]): Fen => fen(amounts.reduce<bigint>((sum, a) => sum + a, 0n));
export const minus = (a: Fen, b: Fen): Fen => fen(a - b);
export const negate = (a: Fen): Fen => fen(-a);
export const leastFen = (first: Fen, ...rest: Fen[]): Fen => rest.reduce((a, b) => (b < a ? b : a), first);
export const greatestFen = (first: Fen, ...rest: Fen[]): Fen => rest.reduce((a, b) => (b > a ? b : a), first);

/** numerator ÷ denominator rounded half away from zero (四舍五入). The denominator is positive. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('denominator must be positive');
  const negative = numerator < 0n;
  const n = negative ? -numerator : numerator;
  const rounded = (2n * n + denominator) / (2n * denominator);
  return negative ? -rounded : rounded;
}

/**
 * Reads an amount a person or provider wrote in yuan: `1,075.00`, `¥300`, `5万`, `-12.5`.
 * At most two decimals after the unit is applied; `null` when it is no amount (`1.0.5`, `1,0`, text).
 */
export function parseYuan(text: string): Fen | null {
  const cleaned = text
    .trim()
    .replace(/^[¥￥]\s*/, '')
    .replace(/\s*元$/, '');
  const parts = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*(万|亿)?$/.exec(cleaned);
  if (!parts) return null;
  const [, sign, whole = '0', decimals = '', unit] = parts;
  const shift = unit === '亿' ? 10 : unit === '万' ? 6 : 2;
  const kept = decimals.replace(/0+$/, '');
  if (kept.length > shift) return null;
  const amount = BigInt(whole.replaceAll(',', '') + kept.padEnd(shift, '0'));
  return fen(sign ? -amount : amount);
}
