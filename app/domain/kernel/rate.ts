import { divideHalfUp, type Fen, fen } from './money.ts';

/** A rate in parts per million: 3.65 % a year is 36,500 ppm; one percentage point is 10,000 ppm. */
export type Ppm = number & { readonly __ppm: unique symbol };

export const ppm = (value: number): Ppm => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of ppm: ${value}`);
  return value as Ppm;
};

export const wholePpm = ppm(1_000_000);

/** Percent with at most four decimals as ppm, exactly: `percent('3.65')` is 36,500 ppm. */
export function percent(text: string | number): Ppm {
  const parts = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(String(text));
  if (!parts) throw new RangeError(`not a percentage: ${text}`);
  const [, sign, whole = '0', decimals = ''] = parts;
  const value = Number(whole) * 10_000 + Number(decimals.padEnd(4, '0'));
  return ppm(sign ? -value : value);
}

/** amount × rate, rounded half up to the fen. */
export const shareOf = (amount: Fen, rate: Ppm): Fen => fen(divideHalfUp(amount * BigInt(rate), 1_000_000n));

/** part ÷ whole in ppm, rounded half up; 0 when the whole is 0. */
export function ratioPpm(part: bigint | number, whole: bigint | number): Ppm {
  if (isSmall(part, mostSmallPart) && isSmall(whole, Number.MAX_SAFE_INTEGER))
    return ppm(whole === 0 ? 0 : smallRatio(part, whole));
  if (BigInt(whole) === 0n) return ppm(0);
  return ppm(Number(divideHalfUp(BigInt(part) * 1_000_000n, BigInt(whole))));
}

/** The largest part whose ppm is still an exact double. */
const mostSmallPart = Math.floor(Number.MAX_SAFE_INTEGER / 1_000_000);

const isSmall = (n: bigint | number, most: number): n is number =>
  typeof n === 'number' && Number.isInteger(n) && n >= 0 && n <= most;

/** The same in doubles, where every product is exact: the quotient is corrected by its remainder. */
function smallRatio(part: number, whole: number): number {
  const scaled = part * 1_000_000;
  let quotient = Math.floor(scaled / whole);
  let rest = scaled - quotient * whole;
  if (rest < 0) {
    quotient -= 1;
    rest += whole;
  }
  return 2 * rest >= whole ? quotient + 1 : quotient;
}
